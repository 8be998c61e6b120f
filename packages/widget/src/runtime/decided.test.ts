import { decide } from '@banso/domain/decide';
import { aSituation, DECISION_CASES } from '@banso/domain/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SurveySurface, WidgetState } from '../controller.ts';
import { explain } from './explain.ts';
import { createPresenter } from './presenter.ts';
import { readOffer } from './read-offer.ts';
import { viewClock } from './view-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

// the same table in the domain, in the service and in the console
test.each(DECISION_CASES)('is opened and explained as it was decided: $name', async (given) => {
  const decision = decide({ ...aSituation(given.situation), candidates: given.candidates });
  const answer = {
    show: decision.show.map(({ when, ...item }) => ({ ...item, when: { ...when, pages: [] } })),
    held: Object.fromEntries(decision.held.map(({ contentId, reason }) => [contentId, reason])),
    progress: {},
    unread: 0,
    content: { url: '/content' },
  };
  const offer = readOffer(JSON.parse(JSON.stringify(answer)));
  expect(offer).toBeDefined();

  const kinds = Object.fromEntries(given.candidates.map(({ id, kind }) => [id, { kind }]));
  const opened: string[] = [];
  const presenter = createPresenter({
    state: () => ({ show: offer?.show ?? [], contents: kinds }) as unknown as WidgetState,
    isReady: () => true,
    isBusy: () => false,
    isTriggered: () => true,
    prepare:
      async ({ contentId }) =>
      () => {
        opened.push(contentId);
        return { closed: new Promise(() => {}), destroy: () => {} } satisfies SurveySurface;
      },
    claim: () => true,
    clock: viewClock(),
    quietly: (work) => void work(),
  });
  presenter.look();
  await vi.advanceTimersByTimeAsync(60_000);
  const [first] = given.show
    .map((line) => line.split(' '))
    .filter(([id = '', surface]) => surface !== 'panel' && !id.startsWith('chk_'));
  expect(opened, 'one thing at most').toEqual(first ? [first[0]] : []);

  const told = explain(offer as Parameters<typeof explain>[0], {}, () => undefined);
  const lines = told.map(({ contentId, shown, reason, text }) => {
    expect(text, `${reason} has words`).toMatch(/ .*\.$/);
    return `${shown} ${contentId} ${reason}`;
  });
  expect(lines).toEqual([
    ...given.show.map((line) => `true ${line.split(' ')[0]} ${line.split(' ')[2]}`),
    ...given.held.map((line) => `false ${line}`),
  ]);
  presenter.clear();
});
