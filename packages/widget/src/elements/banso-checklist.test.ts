import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './banso-checklist.define.ts';
import type { PublishedChecklist, widgetApi } from '@banso/contract';
import { aChecklist, aProgress, aStep, inDays } from './testing/contents.ts';
import { expectFocusOn, inside, stage, standIn } from './testing/stage.ts';

function checklist(content: Partial<PublishedChecklist>, progress?: widgetApi.Progress) {
  const one = aChecklist(content);
  const controller = standIn({ contents: [one], ...(progress ? { progress: { [one.id]: progress } } : {}) });
  const element = stage('banso-checklist', controller, { content: 'start' });
  const facts = (type: string) => controller.facts.filter((fact) => fact.type === type);
  return { controller, element, facts };
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const step = (title: string) => page.getByRole('listitem').filter({ hasText: title });
const lines = (element: Element) =>
  inside(element, '.step').map((one) => one.firstElementChild?.textContent?.replace(/\s+/g, ' ').trim());

describe('steps', () => {
  test('say how they stand', async () => {
    const steps = [
      aStep('a'),
      aStep('b'),
      aStep('c'),
      aStep('d'),
      aStep('e', { optional: true }),
      aStep('f', { owner: 'team' }),
      aStep('hidden'),
    ];
    const { element } = checklist(
      { steps },
      aProgress(
        [
          { key: 'a', state: 'done', doneAt: inDays(-4) },
          { key: 'b', state: 'done', doneAt: inDays(-1), doneBy: 'Hana' },
          { key: 'c', current: true, dueAt: inDays(3) },
          { key: 'd', state: 'locked', lockedBy: ['c', 'b'] },
          { key: 'e' },
          { key: 'f', dueAt: inDays(6) },
        ],
        { total: 5 },
      ),
    );
    await expect.element(page.getByText('2 of 5 done')).toBeVisible();
    expect(lines(element)).toEqual([
      'Step a, done Done Nov 18',
      'Step b, done Done by Hana, yesterday',
      'Step c in 3 days',
      'Step d, locked Opens after “Step c”',
      'Step e Optional',
      'Step f We do this for you, by Nov 28',
    ]);
  });

  test('that are locked are no buttons', async () => {
    checklist(
      {},
      aProgress([
        { key: 'a', current: true },
        { key: 'b', state: 'locked', lockedBy: ['a'] },
      ]),
    );
    await expect.element(button(/Step a/)).toBeVisible();
    expect(button(/Step b/).elements()).toEqual([]);
  });

  test.each([
    { days: -2, words: '2 days late' },
    { days: -1, words: '1 day late' },
    { days: 0, words: 'today' },
    { days: 1, words: 'tomorrow' },
    { days: 14, words: 'in 14 days' },
    { days: 40, words: 'Jan 1, 2027' },
  ])('due in $days days say "$words"', async ({ days, words }) => {
    checklist({}, aProgress([{ key: 'a', current: true, dueAt: inDays(days) }]));
    await expect.element(step('Step a').getByText(words, { exact: true })).toBeVisible();
  });

  test('open one at a time, the current one first', async () => {
    checklist({}, aProgress([{ key: 'a', current: true }, { key: 'b' }]));
    await expect.element(button(/Step a/)).toHaveAttribute('aria-expanded', 'true');
    await expect.element(step('Step a')).toHaveAttribute('aria-current', 'step');
    await button(/Step b/).click();
    await expect.element(button(/Step a/)).toHaveAttribute('aria-expanded', 'false');
    await expect.element(page.getByText('About b')).toBeVisible();
    await button(/Step b/).click();
    await expect.element(button(/Step b/)).toHaveAttribute('aria-expanded', 'false');
  });

  test('of ours and steps that an event completes have no tick', async () => {
    checklist({ steps: [aStep('a', { manual: false }), aStep('b', { owner: 'team' })] });
    await expect.element(page.getByText('About a')).toBeVisible();
    await button(/Step b/).click();
    expect(button('Mark as done').elements()).toEqual([]);
  });

  test('lead where their action says, by way of the runtime', async () => {
    const action = { label: 'Invite', url: '/invite' };
    const { controller } = checklist({ steps: [aStep('a', { action })] });
    await page.getByRole('link', { name: 'Invite' }).click();
    expect(controller.followed).toEqual(['/invite']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
    'never lead to %s',
    async (url) => {
      const { element } = checklist({ steps: [aStep('a', { action: { label: 'Go', url } })] });
      await expect.element(page.getByText('About a')).toBeVisible();
      expect(inside(element, 'a')).toEqual([]);
    },
  );

  test('show hostile texts as text', async () => {
    const hostile = '<script>window.hacked = 1</script>';
    const { element } = checklist({ steps: [aStep('a', { title: hostile })] });
    await expect.element(page.getByText(hostile)).toBeVisible();
    expect(inside(element, 'script')).toEqual([]);
  });
});

describe('ticking', () => {
  const twoSteps = () =>
    aProgress([{ key: 'a', current: true }, { key: 'b', state: 'locked', lockedBy: ['a'] }, { key: 'c' }]);

  test('is reported, opens what it locked, and the focus goes on to the next step', async () => {
    const { facts, controller } = checklist({}, twoSteps());
    await button('Mark as done').click();
    await expect.element(page.getByText('1 of 3 done')).toBeVisible();
    await expectFocusOn(button(/Step b/));
    expect(facts('step_completed')).toEqual([
      { type: 'step_completed', contentId: 'chk_1', version: 3, step: 'a' },
    ]);
    expect(controller.emitted).toMatchObject([
      { name: 'step', detail: { type: 'step_completed', contentId: 'chk_1', step: 'a' } },
    ]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Step a, done');
  });

  test('shows at once, and says when it is kept on the device only', async () => {
    const { controller } = checklist({}, twoSteps());
    controller.receipt = 'stored';
    await button('Mark as done').click();
    await expect.element(page.getByText('Done on this device, will be sent')).toBeVisible();
    await expect.element(page.getByText('1 of 3 done · 1 not sent yet')).toBeVisible();
    await expect.element(button(/Step b/)).toHaveAttribute('aria-expanded', 'true');
  });

  test('that is refused is taken back, and said', async () => {
    const { controller } = checklist({}, twoSteps());
    controller.receipt = 'refused';
    await button('Mark as done').click();
    await expect
      .element(page.getByText('That was not accepted. The step is as before.').first())
      .toBeVisible();
    await expect.element(page.getByText('0 of 3 done')).toBeVisible();
  });

  test('can be undone', async () => {
    const { facts } = checklist(
      {},
      aProgress([
        { key: 'a', state: 'done', doneAt: inDays(0) },
        { key: 'b', current: true },
      ]),
    );
    await button(/Step a/).click();
    await button('Not done yet').click();
    await expect.element(page.getByText('0 of 2 done')).toBeVisible();
    expect(facts('step_reopened')).toEqual([
      { type: 'step_reopened', contentId: 'chk_1', version: 3, step: 'a' },
    ]);
  });

  test('is remembered by another element that shows the same checklist', async () => {
    const { controller, element } = checklist({}, twoSteps());
    controller.receipt = 'stored';
    await button('Mark as done').click();
    element.remove();
    stage('banso-checklist', controller, { content: 'start' });
    await expect.element(page.getByText('Done on this device, will be sent')).toBeVisible();
  });

  test('an optional step counts for nothing', async () => {
    checklist({ steps: [aStep('a', { optional: true }), aStep('b')] });
    await button(/Step a/).click();
    await expect.element(page.getByText('About a')).toBeVisible();
    await step('Step a').getByRole('button', { name: 'Mark as done' }).click();
    await expect.element(page.getByText('0 of 1 done')).toBeVisible();
  });
});

describe('the end', () => {
  const last = () =>
    aProgress([
      { key: 'a', state: 'done', doneAt: inDays(-1) },
      { key: 'b', current: true },
    ]);
  const all = () =>
    aProgress(
      [
        { key: 'a', state: 'done' },
        { key: 'b', state: 'done' },
      ],
      { completedAt: inDays(-1) },
    );

  test('is celebrated once', async () => {
    const { controller, element } = checklist({ steps: [aStep('a'), aStep('b')] }, last());
    await button('Mark as done').click();
    await expectFocusOn(page.getByRole('heading', { name: 'All done' }));
    await expect.element(page.getByText('Well done, all of you.')).toBeVisible();
    await button('Show the steps').click();
    await expect.element(page.getByText('All 2 done')).toBeVisible();
    element.remove();
    stage('banso-checklist', controller, { content: 'start' });
    await expect.element(page.getByText('All 2 done')).toBeVisible();
    expect(page.getByRole('heading', { name: 'All done' }).elements()).toEqual([]);
  });

  test('is not celebrated for a checklist that comes finished', async () => {
    checklist({ steps: [aStep('a'), aStep('b')] }, all());
    await expect.element(page.getByText('All 2 done · yesterday')).toBeVisible();
    expect(button('Remind me later').elements()).toEqual([]);
  });

  test('is not celebrated when the last tick was refused', async () => {
    const { controller, element } = checklist({ steps: [aStep('a'), aStep('b')] }, last());
    controller.receipt = 'refused';
    await button('Mark as done').click();
    await expect.element(page.getByText('1 of 2 done')).toBeVisible();
    expect(inside(element, '.party')).toEqual([]);
  });
});

describe('putting it off', () => {
  test('offers honest times, by keyboard too, and says until when', async () => {
    const { facts } = checklist({});
    await button('Remind me later').click();
    await expectFocusOn(page.getByRole('menuitem', { name: /Tomorrow/ }));
    await userEvent.keyboard('{ArrowDown}');
    await expectFocusOn(page.getByRole('menuitem', { name: 'Next Monday Nov 30' }));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect
      .element(page.getByText('It comes back at your next visit after Monday, November 23 at 9:00 AM.'))
      .toBeVisible();
    expect(facts('content_snoozed')).toEqual([
      {
        type: 'content_snoozed',
        contentId: 'chk_1',
        version: 3,
        until: new Date(2026, 10, 23, 9).toISOString(),
      },
    ]);
    await button('Undo').click();
    await expect.element(button('Remind me later')).toBeVisible();
    expect(facts('content_snoozed')[1]).toMatchObject({ until: inDays(0) });
  });

  test('Escape closes the menu only and gives the focus back', async () => {
    const { element } = checklist({});
    const heard = vi.fn<(event: KeyboardEvent) => void>();
    element.addEventListener('keydown', heard);
    await button('Remind me later').click();
    await expectFocusOn(page.getByRole('menuitem').first());
    heard.mockClear();
    await userEvent.keyboard('{Escape}');
    await expectFocusOn(button('Remind me later'));
    expect(page.getByRole('menuitem').elements()).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('"not for me"', () => {
  test('says what it means, takes a reason, and can be undone', async () => {
    const { facts } = checklist({ progressOf: 'account' });
    await button('Not for me').click();
    await expect
      .element(page.getByText('This hides the checklist for you only. Your team keeps it.'))
      .toBeVisible();
    await page.getByRole('radio', { name: 'Somebody else does this' }).click();
    await button('Hide for me').click();
    await expect.element(page.getByRole('heading', { name: 'Hidden for you' })).toBeVisible();
    expect(facts('content_dismissed')).toEqual([
      { type: 'content_dismissed', contentId: 'chk_1', version: 3, optOut: true, reason: 'somebody_else' },
    ]);
    await button('Undo').click();
    await expect.element(page.getByText('0 of 3 done')).toBeVisible();
    expect(facts('content_dismissed')[1]).toMatchObject({ optOut: false });
  });

  test('can be left without a reason, or not taken at all', async () => {
    const { facts } = checklist({});
    await button('Not for me').click();
    await button('Keep it').click();
    await expect.element(page.getByText('0 of 3 done')).toBeVisible();
    expect(facts('content_dismissed')).toEqual([]);
    await button('Not for me').click();
    await button('Hide for me').click();
    expect(facts('content_dismissed')).toEqual([
      { type: 'content_dismissed', contentId: 'chk_1', version: 3, optOut: true },
    ]);
  });

  test('keeps its way back when the decision takes the checklist away', async () => {
    const { controller } = checklist({});
    await button('Not for me').click();
    await button('Hide for me').click();
    controller.change({ show: [], progress: {} });
    await expect.element(button('Undo')).toBeVisible();
  });
});

test('draws nothing for a person it is not on offer to', async () => {
  const { controller, element } = checklist({});
  controller.change({ show: [], progress: {} });
  await element.updateComplete;
  expect(inside(element, '.panel')).toEqual([]);
});

test('speaks Korean, counts and dates included', async () => {
  const controller = standIn({
    contents: [aChecklist({ lang: 'ko' })],
    locale: 'ko',
    progress: {
      chk_1: aProgress([
        { key: 'a', state: 'done', doneAt: inDays(-1), doneBy: '하나' },
        { key: 'b', current: true, dueAt: inDays(-2) },
      ]),
    },
  });
  stage('banso-checklist', controller, { content: 'start' });
  await expect.element(page.getByText('2개 중 1개 완료')).toBeVisible();
  await expect.element(page.getByText('하나 님이 어제 완료했어요')).toBeVisible();
  await expect.element(page.getByText('2일 지남')).toBeVisible();
});
