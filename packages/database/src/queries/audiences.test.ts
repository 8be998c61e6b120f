import type { HealthJudgement } from '@banso/domain/health';
import { HEALTH_LEVELS, healthAt } from '@banso/domain/health';
import type { Condition, Facts, Segments, SurveyAnswer, TraitValue } from '@banso/domain/targeting';
import { evaluate, TRAIT_OPERATORS } from '@banso/domain/targeting';
import {
  aCondition,
  aGivenLeaf,
  anAnswer,
  aTraitValue,
  NOW,
  someFacts,
  someSegments,
  TRAIT_KEYS,
} from '@banso/domain/testing';
import { addMs, DAY_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { encodeJson } from '../json.ts';
import { aContent, anAccount, aContact, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as audiences from './audiences.ts';

const CONTENTS = ['c0', 'c1', 'c2', 'c3'];
const MOMENT = { now: NOW, sharedChecklists: new Set<string>(), segments: new Map<string, Condition>() };
const EVERYBODY: Condition = { type: 'all', of: [] };
const NOBODY: Condition = { type: 'any', of: [] };

// What databases, and JavaScript, are known to disagree about.
const oddValue: fc.Arbitrary<TraitValue> = fc.oneof(
  fc.constantFrom<TraitValue>(
    'Ä',
    'ä',
    'ß',
    'İ',
    'É',
    'ΑΣ',
    'ας',
    '日本',
    '🎉',
    "'",
    '"',
    '\\',
    '%',
    '_',
    ' a ',
    '\u00a0',
    'PRO',
  ),
  fc.constantFrom(
    '2026-02-30',
    '2024-02-29',
    '2023-02-29',
    '0000-01-01',
    '9999-12-31',
    '2026-1-5',
    '2026-01-05T10:00',
    '2026-01-05T10:00Z',
    '2026-01-05T24:00Z',
    '2026-01-05t10:00z',
    '2026-01-05T10:00:00.999999Z',
    '2026-01-05T10:00:00.9999999Z',
    '2026-01-05T00:59:59.999+14:59',
    '2026-01-05T10:00+15:00',
    '2026-01-05T10:00:00-09:30',
  ),
  fc.constantFrom(2 ** 53, 2 ** 53 + 2, 2 ** 60, -(2 ** 63), 1e21, 5e-324, 0.1 + 0.2, -0, Number.MAX_VALUE),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !text.includes('\0')),
  aTraitValue,
);
const KEYS = [...TRAIT_KEYS, 'name', 'email', 'lifecycle', 'health', '日', '"', "a'b", '$.plan'] as const;
const oddTraits = fc.dictionary(fc.constantFrom(...KEYS), oddValue, { maxKeys: 5 });
const oddLeaf: fc.Arbitrary<Condition> = fc.record({
  type: fc.constant('trait' as const),
  subject: fc.constantFrom('contact' as const, 'account' as const),
  key: fc.constantFrom(...KEYS),
  op: fc.constantFrom(...TRAIT_OPERATORS),
  value: fc.oneof(fc.constant(undefined), oddValue, fc.array(oddValue, { maxLength: 3 })),
});
const healthLeaf: fc.Arbitrary<Condition> = fc.record({
  type: fc.constant('trait' as const),
  subject: fc.constant('account' as const),
  key: fc.constant('health'),
  op: fc.constantFrom(...TRAIT_OPERATORS),
  value: fc.constantFrom(...HEALTH_LEVELS),
});
const someCondition = fc.oneof(
  aCondition,
  oddLeaf,
  healthLeaf,
  fc.record({
    type: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(fc.oneof(oddLeaf, aCondition), { maxLength: 3 }),
  }),
);

interface Someone {
  facts: Facts;
  isAnonymous: boolean;
  name: string | null;
  email: string | null;
  plan: string | null;
  /** Holds at the moment of asking, or did before. */
  health: HealthJudgement | null;
}
const orNull = (text: fc.Arbitrary<string>) => fc.option(text);
const someone: fc.Arbitrary<Someone> = fc
  .record({
    facts: someFacts,
    isAnonymous: fc.boolean(),
    contactTraits: oddTraits,
    accountTraits: oddTraits,
    name: orNull(fc.constantFrom('Yuna', 'Pro', '')),
    email: orNull(fc.constantFrom('yuna@example.com', 'pro')),
    plan: orNull(fc.constantFrom('pro', 'Pro', 'free')),
    health: fc.option(
      fc.record({
        level: fc.constantFrom(...HEALTH_LEVELS),
        until: fc.constantFrom(NOW, addMs(NOW, 1), addMs(NOW, -1), addMs(NOW, DAY_MS)),
      }),
    ),
  })
  .map(({ facts, contactTraits, accountTraits, ...columns }) => ({
    ...columns,
    facts: {
      ...facts,
      contact: {
        ...facts.contact,
        id: `con_${uuidv7()}`,
        // no two people share an id of the customer's product
        externalId: columns.isAnonymous ? undefined : `${facts.contact.externalId ?? ''}${uuidv7()}`,
        verified: facts.contact.verified && !columns.isAnonymous,
        traits: { ...facts.contact.traits, ...contactTraits },
      },
      account: facts.account && {
        id: `acc_${uuidv7()}`,
        externalId: facts.account.externalId && `${facts.account.externalId}${uuidv7()}`,
        traits: { ...facts.account.traits, ...accountTraits },
      },
      // what an account has done is nothing that a stranger who names it may be chosen by
      events: facts.events.filter(
        ({ subject }) => subject === 'contact' || (facts.contact.verified && !columns.isAnonymous),
      ),
    },
  }));

const keyOf = ({ responseId, question }: SurveyAnswer) => `${responseId} ${question}`;

/** Lists name people by ids that only a run knows. */
function listing(condition: Condition, people: readonly Someone[]): Condition {
  switch (condition.type) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => listing(part, people)) };
    case 'not':
      return { type: 'not', of: listing(condition.of, people) };
    case 'list': {
      const some = people.flatMap(({ facts }, at) => {
        const { id, externalId } = facts[condition.subject] ?? {};
        // the id of a browser is not for lists
        const named = externalId ?? `browser-of-${id}`;
        return [at % 2 === 0 ? id : named].filter((one) => one !== undefined);
      });
      return { ...condition, ids: [...condition.ids, ...some.slice(condition.ids.length)] };
    }
    default:
      return condition;
  }
}

/** Facts as the service reads them: columns are asked for like traits. */
function factsOf({ facts, name, email, plan, health }: Someone): Facts {
  const given = (columns: Record<string, string | null>) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    );
  return {
    ...facts,
    contact: { ...facts.contact, traits: { ...facts.contact.traits, ...given({ name, email }) } },
    account: facts.account && {
      ...facts.account,
      traits: {
        ...facts.account.traits,
        ...given({ name: 'Aoba', plan, lifecycle: 'adopting', health: healthAt(health, NOW) ?? null }),
      },
    },
  };
}

async function store(
  database: Database,
  workspaceId: string,
  { facts, isAnonymous, name, email, plan, health }: Someone,
): Promise<void> {
  const { contact, account, events, content, answers = [] } = facts;
  if (account)
    await anAccount(database, workspaceId, {
      id: account.id,
      external_id: account.externalId ?? null,
      name: 'Aoba',
      plan,
      lifecycle: 'adopting',
      health: health?.level ?? null,
      health_until: health?.until ?? null,
      traits: encodeJson(account.traits),
    });
  await aContact(database, workspaceId, {
    id: contact.id,
    identity: isAnonymous ? 'anonymous' : contact.verified ? 'verified' : 'unverified',
    external_id: contact.externalId ?? `browser-of-${contact.id}`,
    name,
    email,
    locale: contact.locale ?? null,
    account_id: account?.id ?? null,
    traits: encodeJson(contact.traits),
  });
  await database.forWorkspace(workspaceId).write(async (db) => {
    for (const { subject, name: event, day, count } of events) {
      const subject_id = facts[subject]?.id;
      if (subject_id === undefined) continue;
      await db
        .insertInto('event_count')
        .values({ workspace_id: workspaceId, subject_id, name: event, day, count })
        .onConflict((clash) =>
          clash
            .columns(['workspace_id', 'subject_id', 'name', 'day'])
            .doUpdateSet(({ eb }) => ({ count: eb('event_count.count', '+', count) })),
        )
        .execute();
    }
    for (const [content_id, state] of Object.entries(content))
      await db
        .insertInto('content_state')
        .values({
          workspace_id: workspaceId,
          contact_id: contact.id,
          content_id,
          attempts: state.attempts,
          last_shown_at: state.lastShownAt ?? null,
          opened_at: state.openedAt ?? null,
          last_dismissed_at: state.lastDismissedAt ?? null,
          last_answered_at: state.lastAnsweredAt ?? null,
          completed_at: state.completedAt ?? null,
          opted_out: state.optedOut ? 1 : 0,
        })
        .execute();
    for (const [response, given] of Map.groupBy(answers, ({ responseId }) => responseId)) {
      const origin = { workspace_id: workspaceId, contact_id: contact.id, locale: 'en', answered_at: NOW };
      const id = `${contact.id} ${response}`;
      const survey = given[0]?.surveyId ?? '';
      await db
        .insertInto('response')
        .values({ ...origin, id, content_id: survey, version: 1, verified: 1 })
        .execute();
      for (const { question, at, number, options } of given)
        await db
          .insertInto('response_answer')
          .values({
            workspace_id: workspaceId,
            response_id: id,
            question,
            number: number ?? null,
            text: number === undefined && !options ? 'in words' : null,
            options: options ? encodeJson(options) : null,
            walked: 1,
            answered_at: at,
          })
          .execute();
      for (const question of ['score', 'why'].filter((key) => !given.some((one) => one.question === key)))
        await db
          .insertInto('response_answer')
          .values({
            workspace_id: workspaceId,
            response_id: id,
            question,
            // what was left on the way, and what was skipped, is no answer
            number: question === 'score' ? 9 : null,
            walked: question === 'score' ? 0 : 1,
            answered_at: NOW,
          })
          .execute();
    }
  });
}

describe.each(DIALECTS)('an audience on %s', (dialect) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(dialect);
  });
  afterAll(() => database.close());

  async function among(people: readonly Someone[]): Promise<string> {
    const { workspaceId } = await aWorkspace(database);
    for (const id of CONTENTS) await aContent(database, workspaceId, { id });
    for (const each of people) await store(database, workspaceId, each);
    return workspaceId;
  }
  const reading = <T>(workspaceId: string, work: (db: Parameters<typeof audiences.reach>[0]) => Promise<T>) =>
    database.forWorkspace(workspaceId).read(work);
  const idsOf = (workspaceId: string, condition: Condition, isIn: boolean, segments?: Segments) =>
    reading(workspaceId, (db) => {
      const moment = { ...MOMENT, ...(segments && { segments }) };
      return audiences.sample(db, workspaceId, condition, moment, { isIn, limit: 100 });
    });

  async function agreeOn(people: readonly Someone[], conditions: readonly Condition[], segments: Segments) {
    const workspaceId = await among(people);
    for (const condition of conditions.map((each) => listing(each, people))) {
      const expected = people
        .filter((each) => evaluate(condition, { ...factsOf(each), segments }))
        .map(({ facts }) => facts.contact.id);
      const found = await idsOf(workspaceId, condition, true, segments);
      expect({ condition, found: found.toSorted() }).toEqual({ condition, found: expected.toSorted() });
      const {
        people: all,
        matching,
        left,
      } = await reading(workspaceId, (db) =>
        audiences.reach(db, workspaceId, condition, { ...MOMENT, segments }),
      );
      expect([all, matching]).toEqual([people.length, expected.length]);
      if (condition.type === 'all' && condition.of.length > 0) expect(left.at(-1)).toBe(matching);
      expect(await idsOf(workspaceId, condition, false, segments)).toHaveLength(
        people.length - expected.length,
      );
    }
  }

  test(
    'is the people for whom the domain says yes, whatever the condition and the facts',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(someone, { minLength: 4, maxLength: 8, size: 'max' }),
          fc.array(someCondition, { minLength: 8, maxLength: 12, size: 'max' }),
          someSegments,
          agreeOn,
        ),
        { numRuns: 25 },
      );
    },
  );

  test('is the same of what people said to surveys, and of lists of ids', { timeout: 300_000 }, async () => {
    const answered = fc
      .tuple(someone, fc.array(anAnswer, { minLength: 3, maxLength: 8, size: 'max' }))
      .map(([each, given]): Someone => ({
        ...each,
        facts: { ...each.facts, answers: [...new Map(given.map((one) => [keyOf(one), one])).values()] },
      }));
    const leaf = fc.oneof(
      aGivenLeaf,
      aGivenLeaf.map((of): Condition => ({ type: 'not', of })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(answered, { minLength: 5, maxLength: 8, size: 'max' }),
        fc.array(leaf, { minLength: 16, maxLength: 24, size: 'max' }),
        fc.constant(new Map()),
        agreeOn,
      ),
      { numRuns: 15 },
    );
  });

  test('counts a checklist that the account shares for everybody who is vouched for', async () => {
    const { workspaceId } = await aWorkspace(database);
    const checklist = await aContent(database, workspaceId, { kind: 'checklist' });
    const account_id = await anAccount(database, workspaceId);
    const known = await aContact(database, workspaceId, { account_id });
    const claimed = await aContact(database, workspaceId, { account_id, identity: 'unverified' });
    await database.forWorkspace(workspaceId).write((db) =>
      db
        .insertInto('checklist_progress')
        .values({
          workspace_id: workspaceId,
          content_id: checklist,
          subject_id: account_id,
          version: 1,
          started_at: NOW,
          completed_at: NOW,
        })
        .execute(),
    );
    const done: Condition = { type: 'content', contentId: checklist, phase: 'completed', happened: true };
    const shared = { ...MOMENT, sharedChecklists: new Set([checklist]) };
    const within = (moment: audiences.AudienceMoment, isIn: boolean) =>
      reading(workspaceId, (db) => audiences.sample(db, workspaceId, done, moment, { isIn, limit: 9 }));
    expect(await within(shared, true)).toEqual([known]);
    expect(await within(shared, false)).toEqual([claimed]);
    expect(await within(MOMENT, true)).toEqual([]);
  });

  test('is of one workspace only', async () => {
    const { workspaceId } = await aWorkspace(database);
    const { workspaceId: other } = await aWorkspace(database);
    await aContact(database, other);
    expect(await reading(workspaceId, (db) => audiences.reach(db, workspaceId, EVERYBODY, MOMENT))).toEqual({
      people: 0,
      matching: 0,
      accounts: 0,
      left: [],
    });
  });

  test('tells how many people each part leaves, and in how many accounts they are', async () => {
    const { workspaceId } = await aWorkspace(database);
    const pro = await anAccount(database, workspaceId, { plan: 'pro' });
    const free = await anAccount(database, workspaceId, { plan: 'free' });
    for (const account_id of [pro, pro, free, null])
      for (const locale of ['ja', null]) await aContact(database, workspaceId, { account_id, locale });
    const condition: Condition = {
      type: 'all',
      of: [
        { type: 'trait', subject: 'account', key: 'plan', op: 'in', value: ['pro', 'free'] },
        { type: 'locale', in: ['ja'] },
      ],
    };
    expect(await reading(workspaceId, (db) => audiences.reach(db, workspaceId, condition, MOMENT))).toEqual({
      people: 8,
      matching: 3,
      accounts: 2,
      left: [6, 3],
    });
    const verifiedOnly = { ...MOMENT, verifiedOnly: true };
    await aContact(database, workspaceId, { identity: 'anonymous', account_id: pro, locale: 'ja' });
    expect(
      await reading(workspaceId, (db) => audiences.reach(db, workspaceId, condition, verifiedOnly)),
    ).toMatchObject({ people: 9, matching: 3 });
  });

  test('goes by the language that a person chose, and leaves out who was erased', async () => {
    const { workspaceId } = await aWorkspace(database);
    const chose = await aContact(database, workspaceId, { locale: 'ja', chosen_locale: 'ko' });
    await aContact(database, workspaceId, { locale: 'ko', erased_at: NOW });
    const reads = (locale: string) => idsOf(workspaceId, { type: 'locale', in: [locale] }, true);
    expect([await reads('ko'), await reads('ja')]).toEqual([[chose], []]);
    expect(
      await reading(workspaceId, (db) => audiences.reach(db, workspaceId, EVERYBODY, MOMENT)),
    ).toMatchObject({
      people: 1,
    });
  });

  test('shows first who was here last', async () => {
    const { workspaceId } = await aWorkspace(database);
    const early = await aContact(database, workspaceId, { last_seen_at: '2026-03-01T00:00:00.000Z' });
    const never = await aContact(database, workspaceId, { last_seen_at: null });
    const late = await aContact(database, workspaceId, { last_seen_at: '2026-03-10T00:00:00.000Z' });
    expect(await idsOf(workspaceId, EVERYBODY, true)).toEqual([late, early, never]);
    expect(await idsOf(workspaceId, NOBODY, true)).toEqual([]);
    expect(
      await reading(workspaceId, (db) =>
        audiences.sample(db, workspaceId, EVERYBODY, MOMENT, { isIn: true, limit: 2 }),
      ),
    ).toEqual([late, early]);
  });
});
