import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { widgetApi } from '@banso/contract';
import type { SurveySurface, WidgetState } from '../controller.ts';
import { createPresenter } from './presenter.ts';
import type { Presenter, PresenterDeps } from './presenter.ts';
import { viewClock } from './view-clock.ts';

const item = (over: Partial<widgetApi.ShownContent> = {}): widgetApi.ShownContent => ({
  contentId: 'srv_a',
  version: 1,
  kind: 'survey',
  surface: 'popover',
  when: { delaySeconds: 5, pages: [] },
  reason: 'eligible',
  ...over,
});

/** A page in which a test plays person and server. */
function page() {
  const play = {
    show: [item()] as widgetApi.ShownContent[],
    ready: true,
    busy: false,
    triggered: true,
    answers: [] as (boolean | undefined)[],
    claims: 0,
    mounted: [] as string[],
    destroyed: 0,
    close: () => {},
  };
  const deps: PresenterDeps = {
    state: () =>
      ({
        show: play.show,
        contents: { srv_a: { kind: 'survey' }, srv_b: { kind: 'survey' } },
      }) as unknown as WidgetState,
    isReady: () => play.ready,
    isBusy: () => play.busy,
    isTriggered: () => play.triggered,
    prepare:
      async ({ contentId }) =>
      () => {
        play.mounted.push(contentId);
        const { promise: closed, resolve } = Promise.withResolvers<void>();
        play.close = resolve;
        const destroy = () => {
          play.destroyed++;
          resolve();
        };
        return { closed, destroy } satisfies SurveySurface;
      },
    async claim() {
      play.claims++;
      return play.answers.length > 0 ? play.answers.shift() : true;
    },
    clock: viewClock(),
    quietly: (work) => void work(),
  };
  return { play, clock: deps.clock, presenter: createPresenter(deps) };
}

let presenter: Presenter;
let play: ReturnType<typeof page>['play'];
let clock: PresenterDeps['clock'];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  ({ presenter, play, clock } = page());
});
afterEach(() => {
  presenter.clear();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a survey', () => {
  test('is claimed and shown when its seconds are over, once', async () => {
    presenter.look();
    await pass(4_900);
    expect(play.claims).toBe(0);
    await pass(200);
    expect(play.mounted).toEqual(['srv_a']);
    play.close();
    presenter.look();
    await pass(60_000);
    expect(play.mounted).toEqual(['srv_a']);
  });

  test('starts its seconds anew on another page', async () => {
    presenter.look();
    await pass(4_000);
    clock.restart();
    presenter.look();
    await pass(4_000);
    expect(play.mounted).toEqual([]);
    await pass(1_100);
    expect(play.mounted).toEqual(['srv_a']);
  });

  test('waits while the person is busy, and while an identity is in flight', async () => {
    play.busy = true;
    presenter.look();
    await pass(20_000);
    expect(play.claims).toBe(0);
    play.busy = false;
    play.ready = false;
    await pass(20_000);
    expect(play.claims).toBe(0);
    play.ready = true;
    presenter.look();
    await pass(1_000);
    expect(play.mounted).toEqual(['srv_a']);
  });

  test('waits for its trigger, and is not shown when that has passed while the claim was under way', async () => {
    play.triggered = false;
    presenter.look();
    await pass(20_000);
    expect(play.claims).toBe(0);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    play.answers = [promise as never];
    play.triggered = true;
    presenter.look();
    await pass(0);
    play.triggered = false;
    resolve(true);
    await pass(20_000);
    expect(play).toMatchObject({ claims: 1, mounted: [] });
    play.triggered = true;
    await pass(1_100);
    expect(play).toMatchObject({ claims: 1, mounted: ['srv_a'] });
  });

  test('says what it waits for', async () => {
    const waits = () => presenter.waiting('srv_a');
    expect(presenter.waiting('srv_b')).toBeUndefined();
    play.ready = false;
    expect(waits()).toBe('decision');
    play.ready = true;
    expect(waits()).toBe('delay');
    await pass(5_000);
    play.busy = true;
    expect(waits()).toBe('busy');
    play.busy = false;
    play.triggered = false;
    expect(waits()).toBe('trigger');
    play.triggered = true;
    expect(waits()).toBeUndefined();
    presenter.look();
    await pass(0);
    expect(waits()).toBe('shown');
  });

  test('is not shown when it is refused, and not asked for again', async () => {
    play.answers = [false];
    presenter.look();
    await pass(60_000);
    presenter.look();
    await pass(60_000);
    expect(play).toMatchObject({ claims: 1, mounted: [] });
  });

  test('is asked for three times when nobody answers', async () => {
    play.answers = Array.from({ length: 9 }, () => undefined);
    presenter.look();
    await pass(60_000);
    expect(play).toMatchObject({ claims: 3, mounted: [] });
  });

  test('that was granted while the person began to type is shown afterwards, under the same grant', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    play.answers = [promise as never];
    presenter.look();
    await pass(5_000);
    expect(play.claims).toBe(1);
    play.busy = true;
    play.show = []; // the server counts it as shown
    resolve(true);
    await pass(5_000);
    expect(play.mounted).toEqual([]);
    play.busy = false;
    await pass(2_000);
    expect(play).toMatchObject({ claims: 1, mounted: ['srv_a'] });
  });

  test('stands alone: the next one waits until it is closed', async () => {
    play.show = [item(), item({ contentId: 'srv_b' })];
    presenter.look();
    await pass(30_000);
    expect(play.mounted).toEqual(['srv_a']);
    play.close();
    await pass(2_000);
    expect(play.mounted).toEqual(['srv_a', 'srv_b']);
  });

  test('answered in another tab goes away, before it is shown and after', async () => {
    presenter.look();
    presenter.settledElsewhere('srv_a');
    await pass(60_000);
    expect(play.mounted).toEqual([]);

    play.show = [item({ contentId: 'srv_b' })];
    presenter.look();
    await pass(6_000);
    presenter.settledElsewhere('srv_b');
    expect(play).toMatchObject({ mounted: ['srv_b'], destroyed: 1 });
  });

  test('of one person is not put up for the next, though its claim is under way', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    play.answers = [promise as never];
    presenter.look();
    await pass(5_000);
    expect(play.claims).toBe(1);
    presenter.clear();
    resolve(true);
    await pass(0);
    expect(play.mounted).toEqual([]);
  });

  test.each([{ kind: 'checklist' as const }, { surface: 'panel' as const }, { contentId: 'srv_unknown' }])(
    'is all that opens by itself: not %o',
    async (over) => {
      play.show = [item(over)];
      presenter.look();
      await pass(60_000);
      expect(play).toMatchObject({ claims: 0, mounted: [] });
    },
  );
});
