import type { Case, CaseSettings } from '@banso/contract/cases';
import type { Team } from '@banso/contract/team';
import { DIALECTS } from '@banso/database/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const SURVEY = `srv_${uuidv7()}`;

describe.each(DIALECTS)('teams on %s', (dialect) => {
  let app: WidgetApp;
  let owner: TestMember;
  let haruka: TestMember;
  let mina: TestMember;
  beforeAll(async () => {
    app = await openWidgetApp(dialect);
    owner = await app.member(app.organisationId, 'owner', app.workspaceId);
    haruka = await app.member(app.organisationId, 'member', app.workspaceId);
    mina = await app.member(app.organisationId, 'member', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
  });
  afterAll(() => app.close());

  const call = async <T = Team>(method: string, path: string, json?: unknown, by = owner, etag = '*') => {
    const answer = await app.request(path, by, {
      method,
      ...(json !== undefined && { json }),
      headers: { 'if-match': etag },
    });
    const isEmpty = answer.status === 204;
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      data: (isEmpty ? undefined : await answer.json()) as T,
    };
  };
  const unhappy = async (name: string): Promise<Case> => {
    const person = await app.person(name);
    const said = {
      contentId: SURVEY,
      version: 1,
      responseId: `rsp_${uuidv7()}`,
      question: 'score',
      value: 2,
    };
    await app.sync(person.session, [anEvent('survey_answered', said, { at: app.clock.now() })]);
    const { data } = await call<{ data: Case[] }>('GET', `/v1/cases?contactId=${person.contact.id}`);
    if (!data.data[0]) throw new Error('No case was opened');
    return data.data[0];
  };

  test('are made, renamed and filled by who administers; a name is taken once, and members are known', async () => {
    const made = await call('POST', '/v1/teams', { name: 'Billing', memberIds: [mina.id] });
    expect(made).toMatchObject({
      status: 201,
      data: { name: 'Billing', memberIds: [mina.id], archived: false },
    });
    const twice = await call('POST', '/v1/teams', { name: 'ＢＩＬＬＩＮＧ' });
    expect(twice).toMatchObject({ status: 400, data: { errors: [{ path: 'name', code: 'taken' }] } });
    const stranger = `mem_${uuidv7()}`;
    expect(await call('POST', '/v1/teams', { name: 'New', memberIds: [mina.id, stranger] })).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'memberIds.1' }] },
    });
    expect((await call('POST', '/v1/teams', { name: 'New' }, haruka)).status).toBe(403);

    const path = `/v1/teams/${made.data.id}`;
    const to = { name: 'Accounts', memberIds: [mina.id, haruka.id] };
    expect((await call('PATCH', path, to, owner, made.etag)).data).toMatchObject(to);
    expect((await call('PATCH', path, { name: 'Late' }, owner, made.etag)).status).toBe(412);
    const { data } = await call<{ data: Team[] }>('GET', '/v1/teams', undefined, haruka);
    expect(data.data).toEqual([expect.objectContaining({ name: 'Accounts' })]);
    const log = await call<{ data: { action: string }[] }>('GET', '/v1/audit-log');
    expect(log.data.data.map(({ action }) => action).slice(0, 2)).toEqual(['team.update', 'team.create']);
  });

  test('get the cases of a cause, shared by load inside the team, in lists and in the inbox', async () => {
    const { data: desk } = await call('POST', '/v1/teams', { name: 'Desk', memberIds: [mina.id, haruka.id] });
    const { data: settings } = await call<CaseSettings>('GET', '/v1/case-settings');
    const detractor = { ...settings.targets.detractor, teamId: desk.id };
    const put = (targets: object) => call('PUT', '/v1/case-settings', { ...settings, targets });
    const nowhere = { ...detractor, teamId: `tea_${uuidv7()}` };
    expect(await put({ ...settings.targets, detractor: nowhere })).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'targets.detractor.teamId' }] },
    });
    expect((await put({ ...settings.targets, detractor })).status).toBe(200);
    const [one, two] = [await unhappy('ann'), await unhappy('bob')];
    expect([one.team?.name, two.team?.name]).toEqual(['Desk', 'Desk']);
    // the owner of the workspace has fewer, and is not asked
    expect([one.owner?.id, two.owner?.id].toSorted()).toEqual([haruka.id, mina.id].toSorted());

    const ids = async (path: string) =>
      (await call<{ data: { id: string }[] }>('GET', path)).data.data.map(({ id }) => id);
    expect((await ids(`/v1/cases?teamId=${desk.id}`)).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(await ids(`/v1/responses?teamId=${desk.id}`)).toEqual([two.responseId, one.responseId]);
    expect(await ids(`/v1/cases?teamId=none`)).toEqual([]);
    await call('PATCH', `/v1/cases/${one.id}`, { teamId: null });
    expect(await ids(`/v1/responses?teamId=${desk.id}`)).toEqual([two.responseId]);
    expect(await ids(`/v1/cases?teamId=none`)).toEqual([one.id]);

    // new cases are for it: first the rules, then the archive; what it has stays
    const archive = { archived: true };
    expect((await call('PATCH', `/v1/teams/${desk.id}`, archive)).status).toBe(409);
    await put(settings.targets);
    expect((await call('PATCH', `/v1/teams/${desk.id}`, archive)).data.archived).toBe(true);
    const back = await call('PATCH', `/v1/cases/${one.id}`, { teamId: desk.id });
    expect(back).toMatchObject({ status: 400, data: { errors: [{ path: 'teamId' }] } });
    expect(await ids(`/v1/cases?teamId=${desk.id}`)).toEqual([two.id]);
    expect((await call<Case>('PATCH', `/v1/cases/${two.id}`, { priority: 'low' })).data.team?.id).toBe(
      desk.id,
    );

    await call('DELETE', `/v1/members/${mina.id}`);
    expect((await call('GET', `/v1/teams/${desk.id}`)).data.memberIds).toEqual([haruka.id]);
  });
});
