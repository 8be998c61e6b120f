import type { EngineTab } from './engines.ts';
import { until } from './host.ts';

/** Where something is, in CSS pixels of the page. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * In the page: what is wrong so far, the names that were on `window` before us, and a way to find what can be seen of us, in
 * shadow roots and in a frame that fills the page.
 */
export const WATCHED = `<script nonce="abc">
  (function () {
    var before = new Set(Object.getOwnPropertyNames(window)), noted = [], say = console.error;
    console.error = function () { noted.push([].join.call(arguments, ' ')); return say.apply(console, arguments) };
    addEventListener('error', function (event) { noted.push(String(event.message)) });
    addEventListener('unhandledrejection', function (event) { noted.push('unhandled ' + event.reason) });
    addEventListener('securitypolicyviolation', function (event) { if (!/favicon/.test(event.blockedURI)) noted.push(event.violatedDirective + ' ' + event.blockedURI) });
    function all(root) {
      return [].concat.apply([], [].map.call(root.querySelectorAll('*'), function (one) {
        return [one].concat(one.shadowRoot ? all(one.shadowRoot) : one.contentDocument ? all(one.contentDocument) : []);
      }));
    }
    window.__host = {
      noted: noted,
      added: function () {
        return Object.getOwnPropertyNames(window).filter(function (name) { return !before.has(name) && !/^(__host|banso|\\\\d+)$/.test(name) });
      },
      find: function (selector, words) {
        return all(document).find(function (one) {
          var text = one.getAttribute('aria-label') || one.placeholder || one.textContent;
          return one.matches(selector) && text.includes(words) && one.checkVisibility({ visibilityProperty: true });
        });
      },
      place: function (selector, words) {
        var found = this.find(selector, words);
        var panel = found && found.closest('[part~=panel]');
        if (!found || (panel && panel.getAnimations().length > 0)) return null;
        if (!found.matches('[part~=panel]')) found.scrollIntoView({ block: 'nearest' });
        var box = found.getBoundingClientRect();
        return { x: box.x, y: box.y, width: box.width, height: box.height };
      },
      focused: function () {
        var one = document.activeElement;
        while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
        return one;
      },
    };
  })();
</script>`;

/** Somebody in front of a browser of some engine, who sees, points and types. */
export class Person {
  readonly tab: EngineTab;

  constructor(tab: EngineTab) {
    this.tab = tab;
  }

  /** Where something is that can be seen; `null`: nowhere. `words` are part of its text or name. */
  place(selector: string, words = ''): Promise<Place | null> {
    return this.tab.evaluate(`__host.place(${JSON.stringify(selector)}, ${JSON.stringify(words)})`);
  }

  /** Waits until something can be seen and stands still. */
  async see(selector: string, words = ''): Promise<Place> {
    let last = '';
    let found: Place | null = null;
    await until(
      async () => {
        const before = last;
        found = await this.place(selector, words);
        last = JSON.stringify(found);
        return found && before === last;
      },
      `${selector} "${words}" can be seen`,
      15_000,
    );
    return found as unknown as Place;
  }

  async click(selector: string, words = ''): Promise<void> {
    const { x, y, width, height } = await this.see(selector, words);
    await this.tab.click(x + width / 2, y + height / 2);
  }

  /** Presses the Tab key until this has the focus. @throws when it never gets it. */
  async tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 15; presses++) {
      await this.tab.press('Tab');
      if (await this.hasFocus(selector)) return;
    }
    throw new Error(`The Tab key does not lead to ${selector}`);
  }

  hasFocus(selector: string): Promise<boolean> {
    return this.tab.evaluate(`Boolean(__host.focused()?.matches(${JSON.stringify(selector)}))`);
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.tab.press(letter);
  }

  /** A value of the style of what can be seen. */
  style(property: string, selector: string, words = ''): Promise<string> {
    return this.tab.evaluate(
      `getComputedStyle(__host.find(${JSON.stringify(selector)}, ${JSON.stringify(words)})).getPropertyValue(${JSON.stringify(property)})`,
    );
  }

  /** Errors that the page has seen, and names on `window` that we are not to add. */
  complaints(): Promise<string[]> {
    return this.tab.evaluate('[...__host.noted, ...__host.added()]');
  }
}
