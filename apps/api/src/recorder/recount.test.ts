import type { Database } from '@banso/database';
import { erasing, scores, topics } from '@banso/database';
import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import type { Instant } from '@banso/domain/time';
import { addMs, HOUR_MS, hourOf } from '@banso/domain/time';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, isClean } from '../rebuild/compare.ts';
import type { Fact, Source } from './recorder.ts';
import { erasedPayload } from '../features/privacy/erased-payload.ts';
import type { Projections } from './testing/recount/recount.ts';
import {
  histogramFromRows,
  histogramsFromRows,
  kept,
  recounted,
  RECOUNTED_TOPICS,
  rowsOf,
} from './testing/recount/recount.ts';
import type { Rig, TestContent } from './testing/rig.ts';
import {
  aBranchingSurvey,
  aChecklist,
  aFact,
  anAnnouncement,
  aResource,
  aSource,
  aStep,
  aSurvey,
  rigOn,
} from './testing/rig.ts';

const id = (prefix: string, n: number) => `${prefix}_0195d000-0000-7000-8000-00000000000${n}`;
const SURVEYS = [id('srv', 1), id('srv', 2), id('srv', 3)] as const;
const BRANCHING = 2;
const [OWN, SHARED, GUIDE, NEWS] = [id('chk', 1), id('chk', 2), id('res', 1), id('ann', 1)] as const;
const tracked = (name: string, count: number) =>
  ({ type: 'event', subject: 'contact', name, op: 'at_least', count, withinDays: null }) as const;
const often = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };

const CONTENTS: readonly TestContent[] = [
  { id: SURVEYS[0], kind: 'survey', body: aSurvey(), delivery: { recurrence: often } },
  { id: SURVEYS[1], kind: 'survey', body: aSurvey(), delivery: { recurrence: often } },
  { id: SURVEYS[BRANCHING], kind: 'survey', body: aBranchingSurvey(), delivery: { recurrence: often } },
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
  {
    id: NEWS,
    kind: 'announcement',
    body: anAnnouncement({ mode: 'banner' }),
    delivery: { recurrence: often },
  },
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
  /** What the team then calls everything that this person answered: tests, or answers again. */
  tests: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.boolean() }),
  does: fc.oneof(
    fc.record({ type: fc.constant('track' as const), name: fc.constantFrom('created', 'imported', 'other') }),
    fc.record({
      type: fc.constantFrom(
        'content_shown' as const,
        'content_opened' as const,
        'content_claimed' as const,
        'content_snoozed' as const,
      ),
      n: fc.nat({ max: 5 }),
    }),
    fc.record({
      type: fc.constant('content_dismissed' as const),
      n: fc.nat({ max: 5 }),
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
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('survey_answered' as const),
        survey: fc.constant(BRANCHING),
        response: fc.nat({ max: 2 }),
        answer: fc.oneof(
          {
            weight: 3,
            arbitrary: fc.record({ question: fc.constant('csat'), value: fc.constantFrom(1, 2, 5, null) }),
          },
          {
            weight: 3,
            arbitrary: fc.record({
              question: fc.constant('why'),
              value: fc.constantFrom<string[] | null>(['price'], ['speed'], null),
            }),
          },
          fc.record({
            question: fc.constant('uses'),
            value: fc.constantFrom<string[]>(['search'], ['search', 'export'], ['gone']),
          }),
          fc.record({
            question: fc.constant('uses'),
            value: fc.constantFrom<string[]>(['other', 'search'], ['other']),
            other: fc.constantFrom('Our own', undefined),
          }),
          {
            weight: 3,
            arbitrary: fc.record({ question: fc.constant('score'), value: fc.nat({ max: 10 }) }),
          },
          fc.record({ question: fc.constantFrom('effort', 'reason'), value: fc.constantFrom(7, 'Dear') }),
        ),
      }),
    },
    fc.record({
      type: fc.constant('survey_completed' as const),
      survey: fc.nat({ max: 2 }),
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
        await makeTopics(rig);
        const arrival = await play(rig, steps);
        const [is, should] = [
          await kept(rig.database, rig.workspaceId),
          await recounted(rig.database, rig.workspaceId, CONTENTS, arrival),
        ];
        expect(is).toEqual(should);
        await expectNothingToRebuild(rig);
        await compareHistograms(rig);
        await compareAfterErasure(rig, is, arrival);
        await rig.recorder.close();
      }),
      { numRuns: dialect === 'sqlite' ? 40 : 10 },
    );
  }, 120_000);
});

/** Of words that people say, take back and say again. */
async function makeTopics({ database, workspaceId, clock }: Rig): Promise<void> {
  const at = clock.now();
  await database.forWorkspace(workspaceId).write(async (db) => {
    for (const { id, word } of RECOUNTED_TOPICS)
      await topics.create(db, workspaceId, {
        id,
        name: word,
        status: 'active',
        pinned: false,
        rules: [{ language: null, any: [word], none: [] }],
        fillBefore: null,
        createdAt: at,
        updatedAt: at,
        updatedBy: null,
        revision: 1,
      });
  });
}

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
  await letTry(rig, people[2]!);
  for (const [index, { who, after, late, again, does, tests }] of steps.entries()) {
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
    if (tests !== undefined) await mark(rig, source, responses, tests);
  }
  return arrival;
}

/** The team tries surveys as this person. */
async function letTry({ database, workspaceId }: Rig, { contactId }: Source): Promise<void> {
  await database
    .forWorkspace(workspaceId)
    .write((db) =>
      db
        .updateTable('contact')
        .set({ is_test: 1 })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', contactId)
        .execute(),
    );
}

/** Calls the first things that one person answered tests, or answers again. */
async function mark(
  { recorder, workspaceId }: Rig,
  { contactId }: Source,
  responses: ReadonlyMap<string, string>,
  isTest: boolean,
): Promise<void> {
  const principal = { kind: 'member' as const, id: 'mem_1', name: 'Mika' };
  const its = [...responses].filter(([key]) => key.startsWith(`${contactId} `)).slice(0, 3);
  const named = its.map(([key, responseId]) => ({
    responseId,
    contactId,
    contentId: SURVEYS[Number(key.split(' ')[1])]!,
    version: 1,
  }));
  await recorder.markTests(workspaceId, { responses: named, isTest, principal });
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
    case 'content_snoozed': {
      const until = addMs(at, HOUR_MS);
      return aFact(rig, 'content_snoozed', { ...content(CONTENTS[does.n]!.id), until }, { at });
    }
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

/** Whoever is erased goes on counting: every number but that of answers with words stays, and all still equal a recount of what is left of the log. */
async function compareAfterErasure(rig: Rig, before: Projections, arrival: readonly string[]): Promise<void> {
  const { database, workspaceId, clock } = rig;
  const [first, second] = await rowsOf(database, workspaceId, 'contact');
  for (const contact of [first, second])
    await database.forWorkspace(workspaceId).write((db) =>
      erasing.eraseContact(db, workspaceId, {
        contactId: String(contact?.['id']),
        at: clock.now(),
        rewrite: erasedPayload,
      }),
    );
  const after = await kept(database, workspaceId);
  expect(after).toEqual(await recounted(database, workspaceId, CONTENTS, arrival));
  const numbers = ({ responses: _, answers: __, texts: ___, topicDays: ____, ...rest }: Projections) => rest;
  expect(numbers(after)).toEqual(numbers(before));
  await expectNothingToRebuild(rig);
  await compareHistograms(rig);
}

/** The command that counts anew finds what the recorder has added, however it came. */
async function expectNothingToRebuild({ database, workspaceId }: Rig): Promise<void> {
  const found = await database.forWorkspace(workspaceId).snapshot((db) => compare(db, workspaceId));
  expect(found.wrong).toEqual([]);
  expect(isClean(found)).toBe(true);
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
  const rows = await rowsOf(rig.database, rig.workspaceId, 'response');
  const read = rig.database.forWorkspace(rig.workspaceId);
  for (const contentId of SURVEYS) {
    const found = await read.read((db) => scores.histogramsIn(db, rig.workspaceId, contentId, windows));
    expect(found).toEqual(windows.map((window) => histogramFromRows(rows, contentId, window)));
    for (const by of ['locale', 'lifecycle', 'account', 'decider'] as const)
      for (const window of windows.filter((_, index) => index % 5 === 0))
        expect(
          await read.read((db) => scores.histogramsBy(db, rig.workspaceId, contentId, window, by)),
        ).toEqual(histogramsFromRows(rows, contentId, window, by));
  }
}
