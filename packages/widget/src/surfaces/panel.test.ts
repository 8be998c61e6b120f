import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { countListeners } from '../elements/testing/count-listeners.ts';
import {
  aChecklist,
  aProgress,
  aResource,
  aShown,
  aStep,
  aSurvey,
  inDays,
} from '../elements/testing/contents.ts';
import { expectFocusOn, focused, inside, standIn } from '../elements/testing/stage.ts';
import type { StandInOptions } from '../stand-in-controller.ts';
import { mountLauncher } from './launcher.ts';
import { mountPanel } from './panel.ts';
import { mountSurvey } from './survey.ts';

function panel(options: Partial<StandInOptions> = {}, withLauncher = false) {
  const controller = standIn({ contents: [aChecklist(), aResource('one'), aResource('two')], ...options });
  const surface = mountPanel(controller);
  const toggle = () => (surface.isOpen ? surface.close() : void surface.open());
  const launcher = withLauncher
    ? mountLauncher(controller, { toggle, isOpen: () => surface.isOpen })
    : undefined;
  onTestFinished(() => {
    surface.destroy();
    launcher?.destroy();
  });
  return { controller, surface };
}

/** A button of the page itself. */
function pageButton(act: (button: HTMLButtonElement) => void = () => undefined): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = 'Of the page';
  button.addEventListener('click', () => act(button));
  document.body.append(button);
  onTestFinished(() => button.remove());
  return button;
}
const dialog = (name = 'Help and guides') => page.getByRole('dialog', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

describe('opening', () => {
  test('moves the focus to the greeting of home', async () => {
    const { surface } = panel();
    expect(dialog().elements()).toEqual([]);
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    await expect.element(dialog()).toBeVisible();
  });

  test.each([
    { target: 'checklists', heading: 'Set up your space', because: 'there is only one' },
    { target: 'chk_1', heading: 'Set up your space', because: 'by id' },
    { target: 'start', heading: 'Set up your space', because: 'by slug' },
    { target: 'two', heading: 'Guide two', because: 'a resource by slug' },
    { target: 'nowhere', heading: 'Good afternoon', because: 'nothing has this name' },
    { target: 'messages', heading: 'Good afternoon', because: 'there are none yet' },
  ])('at $target shows "$heading": $because', async ({ target, heading }) => {
    const { surface } = panel();
    void surface.open(target);
    await expectFocusOn(page.getByRole('heading', { name: heading }));
  });

  test('a checklist, a survey and a resource is recorded once each', async () => {
    const { surface, controller } = panel({ contents: [aChecklist(), aSurvey(), aResource('one')] });
    void surface.open('start');
    await expect.element(page.getByRole('heading', { name: 'Set up your space' })).toBeVisible();
    void surface.open('nps');
    await expect.element(page.getByRole('radio').first()).toBeVisible();
    void surface.open('one');
    await expect.element(page.getByRole('heading', { name: 'Guide one' })).toBeVisible();
    expect(controller.facts.map(({ type }) => type)).toEqual([
      'content_opened',
      'content_opened',
      'resource_opened',
    ]);
  });

  test('a checklist longer than the panel shows the step that is next', async () => {
    const keys = Array.from({ length: 24 }, (_, at) => `s${at}`);
    const steps = keys.map((key) => aStep(key, { title: `Step ${key}` }));
    const progress = aProgress(keys.map((key) => ({ key, current: key === 's20' })));
    const { surface } = panel({ contents: [aChecklist({ steps })], progress: { chk_1: progress } });
    await surface.open('start');
    await expect.element(page.getByRole('button', { name: 'Step s20' })).toBeInViewport({ ratio: 1 });
  });

  test('a checklist that is not for this person shows home', async () => {
    const { surface, controller } = panel();
    controller.change({ show: [], progress: {} });
    void surface.open('start');
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    await expect.element(page.getByText('Nothing here right now.')).toBeVisible();
  });
});

test('a survey that opened by itself waits behind it, with what was chosen', async () => {
  const { surface, controller } = panel({ contents: [aChecklist(), aSurvey()] });
  const survey = mountSurvey(controller, 'srv_1');
  onTestFinished(() => survey.destroy());
  const host = document.querySelector('banso-survey')!;
  await expect.element(page.getByRole('radio').first()).toBeVisible();
  await surface.open();
  expect(host.checkVisibility()).toBe(false);
  surface.close();
  expect(host.checkVisibility()).toBe(true);
});

describe('closing', () => {
  test('by Escape or the cross gives the focus back to the launcher', async () => {
    const { surface } = panel({}, true);
    const launcher = button('Set up your space, 0 of 3 steps done');
    for (const leave of [() => userEvent.keyboard('{Escape}'), () => button('Close').click()]) {
      await launcher.click();
      await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
      await expect.element(launcher).toHaveAttribute('aria-expanded', 'true');
      await leave();
      await expectFocusOn(launcher);
      await expect.element(launcher).toHaveAttribute('aria-expanded', 'false');
      expect(surface.isOpen).toBe(false);
    }
  });

  test('gives the focus back to whatever in the page had it', async () => {
    const { surface } = panel();
    const theirs = pageButton();
    theirs.focus();
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(theirs);
  });

  test('Escape of the page’s own closes nothing, and ours does not reach the page', async () => {
    const { surface } = panel();
    const heard = vi.fn<(event: KeyboardEvent) => void>();
    document.addEventListener('keydown', heard);
    onTestFinished(() => document.removeEventListener('keydown', heard));
    const theirs = pageButton();
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    theirs.focus();
    await userEvent.keyboard('{Escape}');
    expect(surface.isOpen).toBe(true);
    expect(heard).toHaveBeenCalledOnce();
    inside<HTMLElement>(document.querySelector('banso-panel')!, '[data-heading]')[0]?.focus();
    await userEvent.keyboard('{Escape}');
    expect(surface.isOpen).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
  });

  test('an Escape that ends a composition closes nothing', async () => {
    const { surface } = panel();
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    focused()?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }),
    );
    expect(surface.isOpen).toBe(true);
  });

  test('by a click outside leaves the focus where the click put it', async () => {
    const { surface } = panel({}, true);
    pageButton();
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    await button('Of the page').click();
    expect(surface.isOpen).toBe(false);
    await expectFocusOn(button('Of the page'));
  });

  test('neither Escape nor a click outside throws half a sentence away', async () => {
    const { surface } = panel({ contents: [aSurvey()] });
    pageButton();
    void surface.open('nps');
    await page.getByRole('radio', { name: '3', exact: true }).click();
    await page.getByRole('textbox').fill('Half a');
    await userEvent.keyboard('{Escape}');
    await button('Of the page').click();
    expect(surface.isOpen).toBe(true);
    await button('Close').click();
    expect(surface.isOpen).toBe(false);
  });

  test('a click inside is inside even when what was clicked is gone by then', async () => {
    const { surface } = panel();
    void surface.open();
    await button(/^Guide one/).click();
    await expect.element(page.getByRole('heading', { name: 'Guide one' })).toBeVisible();
    await button('Back').click();
    await expect.element(page.getByRole('heading', { name: 'Good afternoon' })).toBeVisible();
    expect(surface.isOpen).toBe(true);
  });
});

describe('home', () => {
  test('shows what to do next, and when it is due', async () => {
    const progress = {
      chk_1: aProgress([
        { key: 'a', state: 'done' },
        { key: 'b', current: true, dueAt: inDays(3) },
      ]),
    };
    const { surface } = panel({ progress });
    void surface.open();
    await expect.element(button('Set up your space 1 of 2 done')).toBeVisible();
    await button('Next: Step b in 3 days').click();
    await expectFocusOn(page.getByRole('heading', { name: 'Set up your space' }));
    await button('Back').click();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
  });

  test('recommends what is meant for this page, else guides in general', async () => {
    const show = [
      aShown('res_one', 'resource'),
      aShown('res_two', 'resource', { when: { delaySeconds: 0, pages: ['/team/*'] } }),
    ];
    const { surface, controller } = panel({ show, pageUrl: 'app.example/team/1' });
    void surface.open();
    await expect.element(page.getByText('For this page')).toBeVisible();
    expect(button(/^Guide one/).elements()).toEqual([]);
    controller.change({ pageUrl: 'app.example/other' });
    await expect.element(button(/^Guide one/)).toBeVisible();
  });

  test('offers a survey that waits in the panel, not one that opens by itself', async () => {
    const contents = [aSurvey(), aSurvey({ id: 'srv_2', slug: 'two', title: 'Two asks' })];
    const show = [aShown('srv_1', 'survey'), aShown('srv_2', 'survey', { surface: 'popover' })];
    const { surface } = panel({ contents, show });
    void surface.open();
    await button('Kumo asks').click();
    await expect.element(page.getByRole('radio', { name: '10' })).toBeVisible();
    await expectFocusOn(page.getByText('How likely are you to recommend Kumo?'));
    await button('Back').click();
    expect(button('Two asks').elements()).toEqual([]);
  });

  test('says that the line is down, what is kept, and once that it is back', async () => {
    const { surface, controller } = panel();
    void surface.open();
    controller.change({ online: false, pending: 2 });
    await expect
      .element(page.getByText('You’re offline. 2 entries are kept here and will be sent by themselves.'))
      .toBeVisible();
    controller.change({ online: true, pending: 0 });
    await expect.element(page.getByText('Back online. Everything has been sent.')).toBeVisible();
    surface.close();
    void surface.open();
    await expectFocusOn(page.getByRole('heading', { name: 'Good afternoon' }));
    expect(page.getByText(/Back online/).elements()).toEqual([]);
  });

  test('records what of the offers was seen for a second', async () => {
    const { surface, controller } = panel();
    void surface.open();
    await expect
      .poll(() => controller.facts)
      .toContainEqual({ type: 'content_shown', contentId: 'chk_1', version: 3, surface: 'panel' });
  });
});

test('celebrates an end that came while the panel was closed', async () => {
  const { surface, controller } = panel({
    progress: { chk_1: aProgress([{ key: 'a', state: 'done' }, { key: 'b' }]) },
  });
  controller.change({
    progress: {
      chk_1: aProgress([
        { key: 'a', state: 'done' },
        { key: 'b', state: 'done' },
      ]),
    },
  });
  void surface.open('start');
  await expect.element(page.getByRole('heading', { name: 'All done' })).toBeVisible();
});

test('a link that is followed closes the sheet of a phone', async () => {
  onTestFinished(() => page.viewport(414, 896));
  const steps = [{ ...aChecklist().steps[0]!, action: { label: 'Invite', url: '/invite' } }];
  const { surface, controller } = panel({ contents: [aChecklist({ steps })] });
  await page.viewport(390, 700);
  void surface.open('start');
  await page.getByRole('link', { name: 'Invite' }).click();
  expect(controller.followed).toEqual(['/invite']);
  expect(surface.isOpen).toBe(false);
});

test('has tabs between the sections', async () => {
  const { surface } = panel();
  void surface.open();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Guides' }).click();
  await expect.element(page.getByRole('searchbox', { name: 'Search guides' })).toBeVisible();
  await expect.element(button('Guides')).toHaveAttribute('aria-current', 'page');
});

test('leaves no element, listener or callback behind', async () => {
  const listeners = countListeners();
  const controller = standIn({ contents: [aChecklist()] });
  const subscribe = controller.subscribe.bind(controller);
  let subscribed = 0;
  vi.spyOn(controller, 'subscribe').mockImplementation((listener) => {
    subscribed += 1;
    const stop = subscribe(listener);
    return () => {
      subscribed -= 1;
      stop();
    };
  });
  const before = document.documentElement.outerHTML.length;
  const surface = mountPanel(controller);
  void surface.open();
  await expect.element(page.getByRole('heading', { name: 'Good afternoon' })).toBeVisible();
  expect(subscribed).toBeGreaterThan(0);
  surface.destroy();
  expect(document.documentElement.outerHTML.length).toBe(before);
  expect(listeners().added).toBeGreaterThan(0);
  expect(listeners().left).toBe(0);
  expect(subscribed).toBe(0);
});
