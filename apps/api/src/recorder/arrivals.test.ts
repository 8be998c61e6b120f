import { DIALECTS } from '@banso/database/testing';
import { describe, expect, test } from 'vitest';
import { anArrival, aSource } from './testing/rig.ts';
import { recorderSuite, sorted } from './testing/suite.ts';

describe.each(DIALECTS)('arrivals on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  test('make one person and one account, however many tabs open at once', async () => {
    const other = suite.rig.another();
    const arrival = () =>
      anArrival(suite.rig.workspaceId, 'mika', {
        account: { externalId: 'acme', traits: { name: 'Acme' }, signed: true },
      });
    const arrived = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? suite.rig.recorder : other).arrive(arrival())),
    );
    expect(new Set(arrived.map(({ contactId }) => contactId)).size).toBe(1);
    expect(await suite.only('contact')).toMatchObject({
      visits: 1,
      external_id: 'mika',
      account_id: arrived[0]?.accountId,
    });
    expect(await suite.rows('widget_session')).toHaveLength(8);
    expect((await suite.rows('event')).map(({ type }) => type)).toEqual(['first_seen']);
    await other.close();
  });

  test('keep what was told, and let what is signed win', async () => {
    await aSource(suite.rig, 'mika', {
      traits: { name: ' Mika ', email: 'm@example.com', plan: 'free', seats: 3 },
      signedTraits: { plan: 'pro' },
    });
    await aSource(suite.rig, 'mika', {
      traits: { plan: 'free', role: 'admin' },
      signedTraits: { plan: 'pro' },
      locale: 'ja',
    });
    const mika = await suite.only('contact');
    expect(mika).toMatchObject({
      name: 'Mika',
      email: 'm@example.com',
      locale: 'ja',
      time_zone: 'Asia/Tokyo',
    });
    expect(JSON.parse(String(mika['traits']))).toEqual({ plan: 'pro', seats: 3, role: 'admin' });
  });

  test('of the three classes are three people', async () => {
    for (const identity of ['verified', 'unverified', 'anonymous'] as const)
      await aSource(suite.rig, 'user-42', { identity, traits: { name: identity } });
    expect(sorted((await suite.rows('contact')).map(({ identity, name }) => [identity, name]))).toEqual([
      ['anonymous', 'anonymous'],
      ['unverified', 'unverified'],
      ['verified', 'verified'],
    ]);
  });

  test('take a verified person’s account from the page only where they have none', async () => {
    const from = async (
      externalId: string,
      signed: boolean,
      identity: 'verified' | 'unverified' = 'verified',
    ) =>
      (
        await aSource(suite.rig, 'mika', {
          identity,
          account: { externalId, traits: { name: externalId }, signed },
        })
      ).accountId;
    const acme = await from('acme', false);
    expect(acme).not.toBeNull();
    expect(await from('globex', false)).toBe(acme);
    const globex = await from('globex', true);
    expect(globex).not.toBe(acme);
    expect(await from('acme', false)).toBe(globex);
    expect((await aSource(suite.rig, 'mika')).accountId).toBe(globex);
    expect(await from('acme', false, 'unverified')).toBe(acme);
  });

  test('let nobody unverified rename an account that is there', async () => {
    const told = async (identity: 'verified' | 'unverified', name: string) => {
      await aSource(suite.rig, 'mika', {
        identity,
        account: { externalId: 'acme', traits: { name, plan: name }, signed: identity === 'verified' },
      });
      const found = await suite.rig.database
        .forWorkspace(suite.rig.workspaceId)
        .read((db) =>
          db
            .selectFrom('account')
            .select(['name', 'plan'])
            .where('workspace_id', '=', suite.rig.workspaceId)
            .executeTakeFirstOrThrow(),
        );
      return [found.name, found.plan];
    };
    expect(await told('unverified', 'first')).toEqual(['first', 'first']);
    expect(await told('verified', 'right')).toEqual(['right', 'right']);
    expect(await told('unverified', 'wrong')).toEqual(['right', 'right']);
  });
});
