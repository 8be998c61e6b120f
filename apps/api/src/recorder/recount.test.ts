import type { Database } from '@banso/database';
import { scores } from '@banso/database';
import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import type { Instant } from '@banso/domain/time';
import { addMs, HOUR_MS, hourOf } from '@banso/domain/time';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact, Source } from './recorder.ts';
import { histogramFromRows, kept, recounted } from './testing/recount.ts';
import type { Rig, TestContent } from './testing/rig.ts';
import { aChecklist, aFact, aResource, aSource, aStep, aSurvey, rigOn } from './testing/rig.ts';

const id = (prefix: string, n: number) => `${prefix}_0195d000-0000-7000-8000-00000000000${n}`;
const SURVEYS = [id('srv', 1), id('srv', 2)] as const;
const [OWN, SHARED, GUIDE] = [id('chk', 1), id('chk', 2), id('res', 1)] as const;
const tracked = (name: string, count: number) =>
  ({ type: 'event', subject: 'contact', name, op: 'at_least', count, withinDays: null }) as const;
const often = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };

const CONTENTS: readonly TestContent[] = [
  { id: SURVEYS[0], kind: 'survey', body: aSurvey(), delivery: { recurrence: often } },
  { id: SURVEYS[1], kind: 'survey', body: aSurvey(), delivery: { recurrence: often } },
  {
    id: OWN,
    kind: 'checklist',
    body: aChecklist([
      aStep('invite'),
      aStep('create', { completeWhen: tracked('created', 2) }),
      aStep('extra', { optional: true }),
    ]),
  },
  {
    id: SHARED,
    kind: 'checklist',
    body: aChecklist([aStep('connect'), aStep('import', { completeWhen: tracked('imported', 1) })], {
      progressOf: 'account',
    }),
  },
  { id: GUIDE, kind: 'resource', body: aResource() },
];

/** What may happen, by whom, how long after the one before, and how late it arrives. */
const step = fc.record({
  /** One person does most: histories are what is hard. */
  who: fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4),
  /** Minutes since the step before: mostly one visit, sometimes another hour, another week. */
  after: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 20 }) },
    { weight: 2, arbitrary: fc.nat({ max: 300 }) },
    { weight: 1, arbitrary: fc.nat({ max: 20_000 }) },
  ),
  /** Minutes that it waited on the device. */
  late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 3_000 }) }),
  /** Sent again together with what came before. */
  again: fc.boolean(),
  does: fc.oneof(
    fc.record({ type: fc.constant('track' as const), name: fc.constantFrom('created', 'imported', 'other') }),
    fc.record({
      type: fc.constantFrom('content_shown' as const, 'content_opened' as const, 'content_claimed' as const),
      n: fc.nat({ max: 4 }),
    }),
    fc.record({
      type: fc.constant('content_dismissed' as const),
      n: fc.nat({ max: 4 }),
      optOut: fc.constantFrom(undefined, true, false),
    }),
    fc.record({ type: fc.constant('resource_opened' as const) }),
    fc.record({
      type: fc.constantFrom('step_completed' as const, 'step_reopened' as const),
      n: fc.nat({ max: 2 }),
    }),
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('survey_answered' as const),
        survey: fc.constantFrom(0, 0, 0, 1),
        response: fc.nat({ max: 5 }),
        answer: fc.oneof(
          {
            weight: 4,
            arbitrary: fc.record({
              question: fc.constant('score'),
              value: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(null)),
            }),
          },
          {
            weight: 2,
            arbitrary: fc.record({
              question: fc.constantFrom('reason', 'more'),
              value: fc.constantFrom('good', 'bad', ' ', null),
            }),
          },
          {
            weight: 1,
            arbitrary: fc.record({
              question: fc.constantFrom('score', 'gone'),
              value: fc.constantFrom(11, -1, 'nine'),
            }),
          },
        ),
      }),
    },
    fc.record({
      type: fc.constant('survey_completed' as const),
      survey: fc.nat({ max: 1 }),
      response: fc.nat({ max: 3 }),
    }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe.each(DIALECTS)('after any sequence of facts on %s', (dialect) => {
  let database: Database;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  afterAll(() => database.close());

  test('every projection equals a recount from the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const rig = await rigOn(database);
        for (const content of CONTENTS) await rig.publish(content);
        const arrival = await play(rig, steps);
        const [is, should] = [
          await kept(rig.database, rig.workspaceId),
          await recounted(rig.database, rig.workspaceId, CONTENTS, arrival),
        ];
        expect(is).toEqual(should);
        await compareHistograms(rig);
        await rig.recorder.close();
      }),
      { numRuns: dialect === 'sqlite' ? 60 : 15 },
    );
  }, 120_000);
});

/** Sends everything, and answers the ids in the order of their arrival. */
async function play(rig: Rig, steps: readonly Step[]): Promise<string[]> {
  const people: Source[] = [];
  for (let n = 0; n <= 4; n += 1) {
    const account = n === 3 ? undefined : { externalId: `acme-${n % 2}`, traits: {}, signed: n < 3 };
    people.push(await aSource(rig, `user-${n}`, { account, identity: n === 4 ? 'unverified' : 'verified' }));
  }
  const responses = new Map<string, string>();
  const arrival: string[] = [];
  let sent: { source: Source; fact: Fact }[] = [];
  let millisecond = 0;
  for (const [index, { who, after, late, again, does }] of steps.entries()) {
    rig.clock.advance(after * 60_000 + 1_000);
    const source = people[who]!;
    millisecond = (millisecond + 1) % 1_000;
    // every fact at a moment of its own: which of two at the same is later nobody can tell
    const at = addMs(rig.clock.now(), -late * 60_000 - millisecond);
    const fact = factOf(rig, does, source, responses, at);
    const batch = again
      ? [...sent.filter((one) => one.source === source).map((one) => one.fact), fact]
      : [fact];
    if (again && index % 2 === 0) batch.push(fact);
    arrival.push(...batch.map(({ event }) => event.id).filter((known) => !arrival.includes(known)));
    const verdicts = await rig.recorder.record(source, batch);
    expect(verdicts.map((verdict) => verdict.id)).toEqual(batch.map(({ event }) => event.id));
    // a refused fact is not sent again: the state that refused it may have changed since
    if (verdicts.at(-1)?.accepted) sent = [...sent, { source, fact }];
  }
  return arrival;
}

function factOf(
  rig: Rig,
  does: Step['does'],
  source: Source,
  responses: Map<string, string>,
  at: Instant,
): Fact {
  const content = (contentId: string) => ({ contentId, version: 1 });
  const responseIn = (survey: number, n: number) => {
    const key = `${source.contactId} ${survey} ${n}`;
    const known = responses.get(key) ?? `rsp_${uuidv7()}`;
    responses.set(key, known);
    return known;
  };
  switch (does.type) {
    case 'track':
      return aFact(rig, 'track', { name: does.name }, { at });
    case 'content_shown':
      return aFact(rig, 'content_shown', { ...content(CONTENTS[does.n]!.id), surface: 'panel' }, { at });
    case 'content_dismissed': {
      const { optOut } = does;
      return aFact(
        rig,
        'content_dismissed',
        { ...content(CONTENTS[does.n]!.id), ...(optOut !== undefined && { optOut }) },
        { at },
      );
    }
    case 'content_opened':
    case 'content_claimed':
      return aFact(rig, does.type, content(CONTENTS[does.n]!.id), { at });
    case 'resource_opened':
      return aFact(rig, 'resource_opened', content(GUIDE), { at });
    case 'step_completed':
    case 'step_reopened': {
      const [contentId, key] = (
        [
          [OWN, 'invite'],
          [OWN, 'extra'],
          [SHARED, 'connect'],
        ] as const
      )[does.n]!;
      return aFact(rig, does.type, { ...content(contentId), step: key }, { at });
    }
    case 'survey_answered': {
      const said = { ...content(SURVEYS[does.survey]), responseId: responseIn(does.survey, does.response) };
      return aFact(rig, 'survey_answered', { ...said, ...does.answer }, { at });
    }
    case 'survey_completed':
      return aFact(
        rig,
        'survey_completed',
        { ...content(SURVEYS[does.survey]!), responseId: responseIn(does.survey, does.response) },
        { at },
      );
  }
}

/** Windows of every length, in the past and up to now. */
async function compareHistograms(rig: Rig): Promise<void> {
  const end = addMs(hourOf(rig.clock.now()), HOUR_MS);
  const windows = [1, 5, 24, 100, 24 * 30, 24 * 400].flatMap((hours) =>
    [0, 3, 50, 500].map((ago) => ({
      from: addMs(end, -(ago + hours) * HOUR_MS),
      to: addMs(end, -ago * HOUR_MS),
    })),
  );
  for (const contentId of SURVEYS) {
    const found = await rig.database
      .forWorkspace(rig.workspaceId)
      .read((db) => scores.histogramsIn(db, rig.workspaceId, contentId, windows));
    const counted = await Promise.all(
      windows.map((window) => histogramFromRows(rig.database, rig.workspaceId, contentId, window)),
    );
    expect(found).toEqual(counted);
  }
}
