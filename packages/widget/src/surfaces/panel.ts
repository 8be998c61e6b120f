import '../elements/banso-panel.define.ts';
import type { Controller, PanelSurface } from '../controller.ts';
import { memoryOf } from '../elements/step-memory.ts';
import { mountHost } from './mount-host.ts';
import { painted } from './painted.ts';

const OTHERS = 'banso-survey[floating], banso-announcement[floating]';
const SHEET = '(max-width: 480px), (max-height: 480px)';

/**
 * Prepares the panel; nothing is seen of it before `open`. Escape, the cross and a click outside close it. Focus goes back to
 * where it was unless the person has already put it elsewhere.
 */
export function mountPanel(controller: Controller): PanelSurface {
  const { element, remove } = mountHost('banso-panel', controller);
  const abort = new AbortController();
  let opener: HTMLElement | undefined;
  element.hidden = true;

  const tellLaunchers = () => {
    for (const launcher of document.querySelectorAll('banso-launcher')) launcher.expanded = !element.hidden;
  };
  /** One thing at a time: what opened by itself waits behind the panel, with what was chosen in it. */
  const hideOthers = (hidden: boolean) => {
    for (const other of document.querySelectorAll<HTMLElement>(OTHERS)) other.hidden = hidden;
  };
  function close(giveFocusBack: boolean): void {
    if (element.hidden) return;
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    hideOthers(false);
    element.hide();
    if (inside && giveFocusBack)
      (opener?.isConnected ? opener : document.querySelector('banso-launcher'))?.focus();
    tellLaunchers();
  }
  /** So that the end of a checklist can be celebrated even if it comes while the panel is closed. */
  function noteUnfinished(): void {
    for (const [contentId, { done, total }] of Object.entries(controller.state.progress))
      if (done < total) memoryOf(controller, contentId).celebrates = true;
  }
  let clear: Promise<void> | undefined;
  /** Comes with the code that nothing on the screen waits for; until then the panel stands where it stands. */
  async function stayClear(): Promise<void> {
    try {
      const late = await import('../runtime/late.ts');
      late.stayClear(element, abort.signal);
    } catch {
      clear = undefined; // the next time that it opens
    }
  }
  // The path tells where a click began even when what was clicked is gone by now.
  const clickedOutside = (event: Event) => {
    const ours = event
      .composedPath()
      .some((node) => node instanceof Element && node.localName.startsWith('banso-'));
    if (!ours && !element.drafted) close(false);
  };
  document.addEventListener('click', clickedOutside, { capture: true, signal: abort.signal });
  element.addEventListener('banso-close', () => close(true));
  element.addEventListener('banso-follow', () => {
    if (matchMedia(SHEET).matches) close(false); // it would cover the page that the link leads to
  });
  const stopNoting = controller.subscribe(noteUnfinished);
  noteUnfinished();

  return {
    open(target) {
      if (element.hidden) opener = focused();
      document.body.append(element); // over whatever else of ours came later
      element.hidden = false;
      hideOthers(true);
      const shown = element.show(target);
      tellLaunchers();
      void shown.then(painted).then(() => (clear ??= stayClear()));
      return shown;
    },
    close: () => close(true),
    get isOpen() {
      return !element.hidden;
    },
    destroy() {
      abort.abort();
      stopNoting();
      element.hidden = true;
      hideOthers(false);
      tellLaunchers();
      remove();
    },
  };
}

/** What has the focus, also inside shadow roots; `undefined`: nothing in particular. */
function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}
