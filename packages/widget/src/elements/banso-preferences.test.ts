import type { widgetApi } from '@banso/contract';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { mountLauncher } from '../surfaces/launcher.ts';
import './banso-panel.define.ts';
import './banso-preferences.define.ts';
import { aChecklist, now } from './testing/contents.ts';
import { expectFocusOn, focused, inside, stage, standIn } from './testing/stage.ts';

const ME: widgetApi.MeResponse = {
  contact: {
    userId: 'user-42',
    name: 'Mika Tanaka',
    email: 'mika@aoba.example',
    locale: 'ja',
    timeZone: 'Asia/Tokyo',
    traits: { role: 'Admin', seats: 1200, beta: true },
    firstSeenAt: '2026-11-03T01:00:00.000Z',
    lastSeenAt: '2026-11-22T01:00:00.000Z',
  },
  account: { id: 'acc_1', name: 'Aoba Design' },
  kept: [
    { what: 'visits', count: 12 },
    { what: 'messages', count: 0 },
  ],
  erasureRequestedAt: null,
};

/** Preferences in a page, of somebody of whom something is known. */
function preferences(me: unknown = ME, locale = 'en') {
  const controller = standIn({ locale });
  if (me) controller.kept['me'] = me;
  const element = stage('banso-preferences', controller);
  return { controller, element };
}
const radio = (name: RegExp) => page.getByRole('radio', { name });
const select = (name: string) => page.getByRole('combobox', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const offered = (field: Locator) =>
  [...(field.element() as HTMLSelectElement).options].map(({ text }) => text);
const status = () => page.getByRole('status');

afterEach(async () => {
  localStorage.clear();
  await page.viewport(414, 896);
});

describe('how often', () => {
  test('is said by real radio buttons, by keyboard too; the choice is sent, said and keeps the focus', async () => {
    const { controller, element } = preferences();
    const heard: unknown[] = [];
    element.addEventListener('banso-preference', ({ detail }) => heard.push(detail));
    await expect.element(radio(/As usual/)).toBeChecked();
    (radio(/As usual/).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio(/Less At most once in 90 days/)).toBeChecked();
    await userEvent.keyboard('{ArrowDown}');
    await expectFocusOn(radio(/Never Nothing opens by itself/));
    await expect.element(status()).toHaveTextContent('Saved.');
    expect(controller.facts).toEqual([
      { type: 'preference_set', asking: 'less' },
      { type: 'preference_set', asking: 'never' },
    ]);
    expect(heard).toEqual([{ asking: 'less' }, { asking: 'never' }]);
  });

  test.each([
    { receipt: 'stored', says: 'Kept on this device. It will be sent by itself.' },
    { receipt: 'held', says: 'Not saved yet. Keep this page open.' },
  ] as const)('that is $receipt is called so, and holds', async ({ receipt, says }) => {
    const { controller } = preferences();
    controller.change({ online: false });
    await expect.element(page.getByText(/^You’re offline. What you choose/)).toBeVisible();
    controller.receipt = receipt;
    await radio(/Never/).click();
    await expect.element(status()).toHaveTextContent(says);
    await expect.element(radio(/Never/)).toBeChecked();
  });

  test('that is refused is as before', async () => {
    const { controller } = preferences();
    controller.receipt = 'refused';
    await radio(/Less/).click();
    await expect.element(status()).toHaveTextContent('That was not accepted. It is as before.');
    await expect.element(radio(/As usual/)).toBeChecked();
  });
});

describe('the language', () => {
  test('is offered in its own words, changes all texts at once, keeps the focus, and goes back to that of the page', async () => {
    const { controller } = preferences();
    const field = select('Language');
    await expect.element(field).toBeVisible();
    expect(offered(field)).toEqual(['The same as the page', 'English', '日本語', '한국어']);
    (field.element() as HTMLElement).focus();
    await field.selectOptions('日本語');
    await expect.element(page.getByRole('heading', { name: '設定' })).toBeVisible();
    await expect.element(status()).toHaveTextContent('保存しました。');
    await expectFocusOn(select('言語'));
    await select('言語').selectOptions('ページと同じ');
    await expect.element(page.getByRole('heading', { name: 'Preferences' })).toBeVisible();
    expect(controller.facts).toEqual([
      { type: 'preference_set', locale: 'ja' },
      { type: 'preference_set', locale: null },
    ]);
  });

  test('that the workspace has no longer stays on offer to who chose it', async () => {
    const { controller } = preferences();
    controller.change({ preferences: { asking: 'usual', locale: 'fr' }, languages: ['en'] });
    await expect.element(select('Language')).toHaveValue('fr');
    expect(offered(select('Language'))).toEqual(['The same as the page', 'English', 'français']);
  });
});

describe('where the button stands', () => {
  async function withLauncher() {
    const controller = standIn({ contents: [aChecklist()] });
    controller.change({ launcher: true });
    const surface = mountLauncher(controller, { toggle: () => undefined, isOpen: () => false });
    onTestFinished(() => surface.destroy());
    await surface.drawn;
    stage('banso-preferences', controller);
    const launcher = document.querySelector('banso-launcher')!;
    return () => Math.round(launcher.getBoundingClientRect().left);
  }

  test('is chosen without dragging: left, as a tab, and back to its place', async () => {
    const left = await withLauncher();
    const place = select('The button');
    await expect.element(place).toHaveValue('usual');
    const usual = left();
    await place.selectOptions('At the left edge');
    await expect.poll(left).toBe(20);
    await place.selectOptions('Tucked away, as a small tab');
    await expect.poll(left).toBe(0);
    await expect.element(page.getByText('Moved. It holds in this browser.')).toBeVisible();
    await place.selectOptions('In its usual place');
    await expect.poll(left).toBe(usual);
    expect(localStorage.getItem('banso:place')).toBe('""');
  });

  test('is not asked where there is none', async () => {
    preferences();
    await expect.element(select('Language')).toBeVisible();
    expect(select('The button').elements()).toEqual([]);
  });
});

describe('what is known', () => {
  const known = () => button(/What is known about me/);
  const facts = (element: Element) => {
    const texts = (selector: string) => inside(element, selector).map(({ textContent }) => textContent);
    const values = texts('dd');
    return Object.fromEntries(texts('dt').map((name, i) => [name, values[i]]));
  };

  test('is read when it is opened, and listed; what nothing is kept of is left out', async () => {
    const { element } = preferences();
    await expect.element(known()).toHaveAttribute('aria-expanded', 'false');
    expect(facts(element)).toEqual({});
    await known().click();
    await expect.element(known()).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText('mika@aoba.example')).toBeVisible();
    expect(facts(element)).toMatchObject({
      Name: 'Mika Tanaka',
      Company: 'Aoba Design',
      'User id': 'user-42',
      Language: 'Japanese',
      role: 'Admin',
      seats: '1,200',
      beta: 'Yes',
      Visits: '12',
    });
    expect(facts(element)).not.toHaveProperty('Messages');
    await known().click();
    expect(facts(element)).toEqual({});
  });

  test('that cannot be had says so and is tried again', async () => {
    const { controller } = preferences(null);
    await known().click();
    await expect.element(page.getByText('This could not be loaded.')).toBeVisible();
    controller.change({ online: false });
    await expect.element(page.getByText(/This is read when there is a connection/)).toBeVisible();
    controller.change({ online: true });
    controller.kept['me'] = ME;
    await button('Try again').click();
    await expect.element(page.getByText('Mika Tanaka')).toBeVisible();
  });

  test('is not shown to whom nobody vouches for, who is told why', async () => {
    preferences({ type: 'about:blank', status: 403, code: 'not_verified' });
    await known().click();
    await expect.element(page.getByText(/This page has not proved who you are/)).toBeVisible();
    expect(button('Have everything erased').elements()).toHaveLength(0);
  });

  test('can be nothing', async () => {
    const nobody = Object.fromEntries(Object.keys(ME.contact).map((name) => [name, null]));
    preferences({ ...ME, contact: { ...nobody, traits: {} }, account: null, kept: [] });
    await known().click();
    await expect.element(page.getByText('Nothing is known about you yet.')).toBeVisible();
  });

  test('comes as a file', async () => {
    const { controller } = preferences();
    controller.kept['me/export'] = { contact: { name: 'Mika Tanaka' }, events: [] };
    const saved = Promise.withResolvers<HTMLAnchorElement>();
    const save = (event: Event) => {
      const [link] = event.composedPath();
      if (!(link instanceof HTMLAnchorElement) || !link.download) return;
      event.preventDefault();
      saved.resolve(link);
    };
    // The link is in no document: it is heard of where it is made.
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', save);
      click.call(this);
    };
    onTestFinished(() => void (HTMLAnchorElement.prototype.click = click));
    await known().click();
    await button('Download as a file').click();
    const { href, download } = await saved.promise;
    expect(download).toBe('my-data.json');
    expect(await (await fetch(href)).json()).toEqual(controller.kept['me/export']);
    await expect.element(status()).toHaveTextContent('The file is ready.');
  });

  test('that cannot be made into a file says that nothing has changed', async () => {
    preferences();
    await known().click();
    await button('Download as a file').click();
    await expect.element(status()).toHaveTextContent('The file could not be made. Nothing was changed.');
  });

  test('is not shown to the next person', async () => {
    const { controller, element } = preferences();
    await known().click();
    await expect.element(page.getByText('Mika Tanaka')).toBeVisible();
    controller.change({ preferences: undefined });
    await expect.element(page.getByText('Mika Tanaka')).not.toBeInTheDocument();
    expect(inside(element, '.panel')).toEqual([]);
    controller.change({ preferences: { asking: 'usual', locale: null } });
    await expect.element(known()).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('erasure', () => {
  const known = () => button(/What is known about me/);
  const erase = () => button('Have everything erased');

  test('takes a second step, moves the focus along, and can be taken back', async () => {
    const { controller } = preferences();
    await known().click();
    await erase().click();
    await expectFocusOn(page.getByRole('group', { name: 'Have everything erased?' }));
    await button('Keep it').click();
    await expectFocusOn(erase());
    expect(controller.facts).toEqual([]);

    await userEvent.keyboard('{Enter}');
    await expectFocusOn(page.getByRole('group', { name: 'Have everything erased?' }));
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByText('You asked for this on Nov 22, 2026.')).toBeVisible();
    expect(focused()?.textContent).toContain('You asked for this on');
    await expect.element(status()).toHaveTextContent('Saved.');
    await button('Take it back').click();
    await expectFocusOn(erase());
    expect(controller.facts).toEqual([{ type: 'erasure_requested' }, { type: 'erasure_withdrawn' }]);
  });

  test('that is refused was not asked for', async () => {
    const { controller } = preferences();
    await known().click();
    await erase().click();
    controller.receipt = 'refused';
    await button('Ask for it').click();
    await expect.element(status()).toHaveTextContent('That was not accepted. It is as before.');
    await expect.element(erase()).toBeVisible();
  });

  test.each([
    { at: '2026-11-20T12:00:00.000Z', waiting: undefined, says: 'You asked for this on Nov 20, 2026.' },
    { at: null, waiting: 'erasure_requested', says: 'You asked for this on Nov 22, 2026.' },
  ] as const)('was asked for before: $at, $waiting', async ({ at, waiting, says }) => {
    const { controller } = preferences({ ...ME, erasureRequestedAt: at });
    if (waiting) controller.held.push({ id: 'e', at: now().toISOString(), type: waiting });
    await known().click();
    await expect.element(page.getByText(says)).toBeVisible();
  });
});

describe('in the panel', () => {
  beforeEach(() => {
    const controller = standIn({ contents: [aChecklist()] });
    stage('banso-panel', controller, { start: 'home' });
  });

  test('they are reached from home, and from there one goes back', async () => {
    await button('Preferences').click();
    await expectFocusOn(page.getByText('How often may surveys and news open?'));
    await expect.element(page.getByRole('heading', { name: 'Preferences' })).toBeVisible();
    await button('Back').click();
    await expect.element(page.getByRole('heading', { name: 'Good afternoon' })).toBeVisible();
  });
});

test('they fit 320 px, right to left, with twice the text', async () => {
  await page.viewport(320, 700);
  const { element } = preferences(ME, 'ar');
  document.body.style.setProperty('--banso-text', '2');
  onTestFinished(() => void document.body.style.removeProperty('--banso-text'));
  await button(/What is known about me/).click();
  await expect.element(page.getByText('Mika Tanaka')).toBeVisible();
  await button('Have everything erased').click();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  for (const one of inside(element, '*')) {
    const { left, right, width } = one.getBoundingClientRect();
    if (width > 1) expect([one.className, left >= -1, right <= 321]).toEqual([one.className, true, true]);
  }
  expect(inside(element, '[part~=base]')[0]?.dir).toBe('rtl');
});
