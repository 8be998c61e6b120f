import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SHOW_GUIDE } from '../testing/guide.ts';
import { ENGINES } from '../testing/engines.ts';
import type { Engine } from '../testing/engines.ts';
import { FAULTS } from '../testing/faults.ts';
import { stage, until } from '../testing/host.ts';
import type { HostPage, Stage } from '../testing/host.ts';
import { HOSTS } from '../testing/hosts.ts';
import { Person, WATCHED } from '../testing/person.ts';
import { times } from '../testing/profile.ts';
import { SHOW_CHECKLIST, SHOW_SURVEY } from '../testing/service.ts';

const PATIENCE_MS = 60_000;
const BUTTON = '<button type="button" id="own">Of the page</button>';

/** Two more browsers are nothing for every test run: only the deep one starts them. */
describe.skipIf(times(0, 1) === 0).each(ENGINES)('in $name', { timeout: PATIENCE_MS }, ({ name, start }) => {
  let on: Stage;
  let engine: Engine;
  let person: Person;
  beforeAll(async () => {
    if (!start) return;
    on = await stage();
    engine = await start();
  }, PATIENCE_MS);
  afterAll(async () => {
    await engine?.stop();
    await on?.stop();
  });
  beforeEach(({ skip }) => {
    skip(!start, `${name} is not on this machine`);
    Object.assign(on.service, {
      show: [SHOW_SURVEY, SHOW_CHECKLIST],
      trouble: undefined,
      messages: undefined,
    });
    on.service.seen.length = on.service.facts.length = on.service.misfits.length = 0;
  });
  afterEach(async () => {
    await person?.tab.close();
    expect(on?.service.misfits ?? []).toEqual([]);
  });

  /** Somebody opens a page with the widget in it. */
  async function arrive({ head = '', body = '', ...page }: HostPage = {}): Promise<string> {
    person = new Person(await engine.open());
    const address = on.serve({ ...page, head: WATCHED + head, body: BUTTON + body });
    await person.tab.goto(address);
    return address;
  }
  const facts = (type: string) => on.service.facts.filter(({ fact }) => fact.type === type);
  const arrived = (type: string) => until(() => facts(type).length > 0, `the fact ${type}`);

  describe('a survey is answered', () => {
    test('by pointer', async () => {
      await arrive();
      await person.click('banso-survey label, label', '9');
      await arrived('survey_completed');
      expect(facts('survey_answered')).toMatchObject([{ times: 1, fact: { value: 9 } }]);
      await person.see('h2', 'Thank you');
      expect(await person.complaints()).toEqual([]);
    });

    test('by keyboard alone, and arrow keys only choose', async () => {
      await arrive();
      await person.see('label', '10');
      await person.click('#own');
      await person.tabTo('input[type=radio]');
      await person.tab.press(' ');
      for (let presses = 0; presses < 7; presses++) await person.tab.press('ArrowRight');
      await until(() => person.hasFocus('[value="7"]:checked'), 'the seventh is chosen');
      expect(facts('survey_answered')).toEqual([]);
      await person.tab.press('Enter');
      await arrived('survey_completed');
      expect(facts('survey_answered')).toMatchObject([{ fact: { value: 7 } }]);
      expect(await person.complaints()).toEqual([]);
    });

    test('while the service cannot be reached: it says so, and arrives once after the page was loaded anew', async () => {
      await arrive({ before: `banso.push(['identify', 'ann'])` });
      await person.see('label', '9');
      await person.see('banso-launcher');
      on.service.trouble = ({ path }, response) => path.endsWith('sync') && Boolean(response.destroy());
      await person.click('label', '4');
      await person.see('p', 'saved on this device');
      await person.tab.reload();
      on.service.trouble = undefined;
      await arrived('survey_answered');
      expect(facts('survey_answered')).toMatchObject([{ who: 'ann', times: 1, fact: { value: 4 } }]);
      expect(await person.complaints()).toEqual([]);
    });
  });

  test('the panel takes the focus and gives it back, a step is ticked, a guide found, a message written', async () => {
    on.service.show = [SHOW_CHECKLIST, SHOW_GUIDE];
    on.service.messages = { unread: 0 };
    await arrive();
    await person.click('banso-launcher button, button', 'Help and guides');
    await until(() => person.hasFocus('[data-heading]'), 'the heading has the focus');
    await person.tab.press('Escape');
    await until(async () => !(await person.place('[role=dialog]')), 'the panel is closed');
    expect(await person.hasFocus('button[aria-expanded]')).toBe(true);

    await person.tab.press('Enter');
    await person.click('nav button', 'Checklists');
    await person.click('button', 'Mark as done');
    await arrived('step_completed');

    await person.tab.evaluate(`void banso.open('resources')`);
    await person.click('input[type=search]');
    await person.type('folder');
    await person.see('mark', 'folder');
    await person.click('banso-resources button, button', 'Who may see a');
    await person.see('article', 'Everybody whom you have invited.');

    await person.tab.evaluate(`void banso.open('messages')`);
    await person.see('h2', 'Haruka Sato');
    await person.click('textarea');
    await person.type('Where?');
    await person.click('button', 'Send message');
    await arrived('message_sent');
    expect(facts('message_sent')).toMatchObject([{ fact: { text: 'Where?' } }]);

    await person.tab.evaluate('void banso.destroy()');
    expect(await person.place('banso-launcher')).toBeNull();
    expect(await person.complaints()).toEqual([]);
  });

  describe('it looks right', () => {
    test('in the dark: a dark ground, light words, and an accent that is drawn', async () => {
      await arrive({ head: '<style>:root { color-scheme: dark; --banso-accent: #2d6a4f }</style>' });
      await person.see('label', '9');
      expect(await lightness('background-color', '[part=panel]')).toBeLessThan(0.3);
      expect(await lightness('color', 'legend, .lab')).toBeGreaterThan(0.8);
      await person.click('#own');
      await person.tabTo('input[type=radio]');
      await person.tab.press(' ');
      expect(await lightness('background-color', 'button.btn')).toBeGreaterThan(0.6);
      expect(await lightness('color', 'button.btn')).toBeLessThan(0.1);
    });

    test('read from the right: in the corner on the left', async () => {
      await arrive({ root: 'lang="ar" dir="rtl"' });
      await person.see('label', '10');
      const launcher = await person.see('button[aria-expanded]');
      expect(launcher.x).toBeLessThan(100);
      expect((await person.see('[part=panel]')).x).toBeLessThan(100);
    });

    test('at 320 pixels: everything within, and large enough for a finger', async () => {
      const inside = on.serve({ head: WATCHED, body: BUTTON });
      await arrive({
        script: '<!-- in the frame -->',
        head: '<style>body { margin: 0 } iframe { border: 0; display: block }</style>',
        body: `<iframe width="320" height="640" src="${inside}"></iframe>`,
      });
      for (const score of ['0', '5', '10']) {
        const cell = await person.see('label', score);
        expect(cell.x).toBeGreaterThanOrEqual(0);
        expect(cell.x + cell.width).toBeLessThanOrEqual(320);
        expect(Math.min(cell.width, cell.height)).toBeGreaterThanOrEqual(24);
      }
      const panel = await person.see('[part=panel]');
      expect(panel).toMatchObject({ x: 0, width: 320 });
      expect(panel.y + panel.height).toBeLessThanOrEqual(641);
    });

    test.each(HOSTS.filter(({ name: of }) => /hostile|rem at/.test(of)))('on $name', async (host) => {
      await arrive(host);
      const panel = await person.see('[part=panel]');
      expect(panel.width).toBeCloseTo(380, 0);
      expect(await person.style('font-size', 'legend')).toBe('16px');
      const cells = await Promise.all(['0', '10'].map((score) => person.see('label', score)));
      expect(cells[0]?.y).toBe(cells[1]?.y);
      expect(await person.complaints()).toEqual([]);
    });

    /** OKLab lightness of a colour, 0 to 1, as the engine itself converts it. */
    async function lightness(property: string, selector: string): Promise<number> {
      const colour = await person.style(property, selector);
      return await person.tab.evaluate(`(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'oklab(from ${colour} l a b)';
        const [, l] = /oklab\\(([\\d.e-]+)/.exec(getComputedStyle(probe).color);
        probe.remove();
        return Number(l);
      })()`);
    }
  });

  describe('policies', () => {
    const strict = () =>
      `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ${on.service.url}; style-src 'self'; base-uri 'none'`;
    test.each([
      { policy: 'a nonce and strict-dynamic', header: strict },
      {
        policy: 'Trusted Types with our name',
        header: () => `require-trusted-types-for 'script'; trusted-types banso`,
      },
    ])('everything works under $policy', async ({ header }) => {
      await arrive({ headers: { 'content-security-policy': header() } });
      await person.click('label', '9');
      await arrived('survey_completed');
      expect(await person.complaints()).toEqual([]);
    });

    test('without our name among the Trusted Types nothing is seen, and nothing of ours thrown', async () => {
      const policy = `require-trusted-types-for 'script'; trusted-types app`;
      await arrive({ headers: { 'content-security-policy': policy } });
      await until(() => on.service.requests(/session/).length > 0, 'the session');
      await person.tab.evaluate(`void banso.push(['track', 'unseen'])`);
      await arrived('track');
      expect(await person.place('banso-survey *')).toBeNull();
      expect((await person.complaints()).filter((line) => !/trusted|policy/i.test(line))).toEqual([]);
    });
  });

  test.each(FAULTS)('nothing is seen and nothing breaks with $fault from the API', async ({ trouble }) => {
    on.service.trouble = (seen, response) => seen.path.startsWith('/v1/') && trouble(seen, response);
    await arrive();
    await until(() => on.service.requests(/^\/v1\//).length > 0, 'a call');
    await person.tab.evaluate(`void banso.push(['track', 'x'], ['open'])`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await person.place('banso-survey *')).toBeNull();
    expect(await person.place('banso-launcher *')).toBeNull();
    expect(await person.complaints()).toEqual([]);
  });

  test('control: an error, a rejection, a violation and a second name on window are noticed', async () => {
    await arrive({
      headers: { 'content-security-policy': `img-src 'none'` },
      head: '<script nonce="abc">setTimeout(() => { throw new Error("ours") }); Promise.reject(new Error("refused")); window.banso2 = 1</script>',
      body: '<img alt="" src="/nowhere.png">',
    });
    await until(async () => (await person.complaints()).length >= 4, 'what is wrong');
    const noted = (await person.complaints()).join('\n');
    for (const one of ['ours', 'unhandled', 'img-src', 'banso2']) expect(noted).toContain(one);
  });

  test('control: an answer that is not sent is missed, and a label that is not there not found', async () => {
    await arrive();
    await person.see('label', '9');
    on.service.trouble = ({ path }, response) => path.endsWith('sync') && Boolean(response.destroy());
    await person.click('label', '9');
    await expect(until(() => facts('survey_answered').length > 0, 'the answer', 1_000)).rejects.toThrow(
      'answer',
    );
    expect(await person.place('label', '11')).toBeNull();
  });
});
