import { DIALECTS } from '@banso/database/testing';
import { addMs, HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from './recorder.ts';
import { kept, recounted } from './testing/recount/recount.ts';
import { aChecklist, aFact, aSource, aStep } from './testing/rig.ts';
import { CHECKLIST, recorderSuite } from './testing/suite.ts';
import type { Told } from './told.ts';

const CONTENTS = [
  {
    id: CHECKLIST,
    kind: 'checklist' as const,
    body: aChecklist(
      [
        aStep('save', {
          completeWhen: {
            type: 'event',
            subject: 'contact',
            name: 'saved',
            op: 'at_least',
            count: 3,
            withinDays: null,
          },
        }),
      ],
      { progressOf: 'account' },
    ),
  },
];

describe.each(DIALECTS)('what servers tell the recorder on %s', (dialect) => {
  const suite = recorderSuite(dialect);
  const told = (messageId: string, person: string, over: Partial<Told> = {}) =>
    ({
      messageId,
      occurredAt: suite.rig.clock.now(),
      who: { identity: 'verified', externalId: person },
      accountExternalId: 'acme',
      locale: undefined,
      timeZone: undefined,
      type: 'track',
      name: 'saved',
      properties: {},
      ...over,
    }) as Told;
  const recount = async () =>
    expect(await kept(suite.rig.database, suite.rig.workspaceId)).toEqual(
      await recounted(suite.rig.database, suite.rig.workspaceId, CONTENTS),
    );

  test('is there once when several processes are told the same at once, also of people whom nobody knew', async () => {
    for (const content of CONTENTS) await suite.rig.publish(content);
    const recorders = [suite.rig.recorder, suite.rig.another(), suite.rig.another()];
    for (let round = 0; round < 8; round += 1) {
      const batches = recorders.map((_, r) => [
        ...[0, 1, 2].map((n) => told(`same-${round}-${n}`, `user-${round}-${n}`)),
        told(`own-${round}-${r}`, `user-${round}-0`),
        // whose a step is goes by the company of the event that completes it, and the order is anybody's: another event
        told(`new-${round}-${r}`, `user-${round}-1`, {
          name: 'opened',
          accountExternalId: `acme-${round}`,
        }),
      ]);
      const verdicts = await Promise.all(
        recorders.map((recorder, r) => recorder.tell(suite.rig.workspaceId, 'key_1', batches[r] ?? [])),
      );
      expect(verdicts.flat().every(({ accepted }) => accepted)).toBe(true);
    }
    const tracked = (await suite.rows('event')).filter(({ type }) => type === 'track');
    expect(tracked).toHaveLength(8 * (3 + 2 * recorders.length));
    expect(await suite.rows('contact')).toHaveLength(8 * 3);
    await recount();
  });

  test('counts with what pages report of the same people, and is no visit', async () => {
    for (const content of CONTENTS) await suite.rig.publish(content);
    const people = [0, 1].map((n) => `user-${n}`);
    const sources: Source[] = [];
    for (const name of people)
      sources.push(
        await aSource(suite.rig, name, { account: { externalId: 'acme', traits: {}, signed: true } }),
      );
    const doing = fc.array(
      fc.record({
        person: fc.nat(1),
        by: fc.constantFrom('page', 'server', 'both'),
        account: fc.constantFrom('acme', 'globex', undefined),
        message: fc.nat(30),
        minutes: fc.constantFrom(0, 1, 31),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let salt = 0;
    await fc.assert(
      fc.asyncProperty(doing, async (steps) => {
        salt += 1;
        for (const { person, by, account, message, minutes } of steps) {
          suite.rig.clock.advance(minutes * MINUTE_MS);
          const name = people[person] ?? '';
          const source = sources[person]!;
          await Promise.all([
            by !== 'server' &&
              suite.rig.recorder.record(source, [aFact(suite.rig, 'track', { name: 'saved' })]),
            by !== 'page' &&
              suite.rig.recorder.tell(suite.rig.workspaceId, 'key_1', [
                told(`${salt}-${message}`, name, {
                  accountExternalId: account,
                  occurredAt: addMs(suite.rig.clock.now(), -message * HOUR_MS),
                }),
              ]),
          ]);
        }
        const counts = (await kept(suite.rig.database, suite.rig.workspaceId)).eventCounts;
        const again = await recounted(suite.rig.database, suite.rig.workspaceId, CONTENTS);
        expect(counts).toEqual(again.eventCounts);
        expect((await kept(suite.rig.database, suite.rig.workspaceId)).visits).toEqual(again.visits);
      }),
      { numRuns: 15 },
    );
  });
});
