import type { Export, ImportReport } from '@banso/contract/as-code';
import type { Dialect } from '@banso/database';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Caller, openTestApp, type TestApp, type TestMember } from '../../../testing.ts';

export type Files = Export['files'];

/** What a refused import answers. */
export interface Problem {
  code: string;
  detail: string;
  errors: { path: string; code: string; message: string }[];
}

/** An entry of the audit log, as far as tests look at it. */
interface Entry {
  action: string;
  target: string;
  actor: { kind: string };
  change: Record<string, unknown>;
}

/** Two workspaces of one organisation, made anew for each test, with a member in each. */
interface TwoWorkspaces {
  api: TestApp;
  organisationId: string;
  stagingId: string;
  productionId: string;
  staging: TestMember;
  production: TestMember;
}

/**
 * Opens a service with two workspaces for each test, and knows how content goes out of one and into the other.
 * @param begin - Told of them before each test.
 */
export function codeSuite(dialect: Dialect, begin: (here: TwoWorkspaces) => void) {
  let here: TwoWorkspaces;
  beforeEach(async () => {
    const api = await openTestApp(dialect);
    const { organisationId, workspaceId: stagingId } = await api.organisation();
    const productionId = await api.workspace(organisationId, 'Live');
    const staging = await api.member(organisationId, 'member', stagingId);
    const production = await api.member(organisationId, 'member', productionId);
    here = { api, organisationId, stagingId, productionId, staging, production };
    begin(here);
  });
  afterEach(() => here.api.close());

  /** One request that has to succeed. */
  async function sent<T>(path: string, caller: Caller, json?: unknown, method = 'POST'): Promise<T> {
    const answer = await here.api.request(path, caller, {
      method,
      ...(json !== undefined && { json }),
      headers: { 'if-match': '*' },
    });
    expect(answer.status, `${path}: ${answer.ok ? '' : await answer.clone().text()}`).toBeLessThan(300);
    return (await answer.json()) as T;
  }
  const send = (files: Files, more: object = {}, query = '', caller: Caller = here.production) =>
    here.api.request(`/v1/imports/content${query}`, caller, { method: 'POST', json: { files, ...more } });
  return {
    sent,
    send,
    exported: (caller: Caller, query = '') =>
      sent<Export>(`/v1/exports/content${query}`, caller, undefined, 'GET'),
    /** An import that has to succeed. */
    async taken(files: Files, more: object = {}, query = '', caller: Caller = here.production) {
      const answer = await send(files, more, query, caller);
      expect(answer.status, await answer.clone().text()).toBe(200);
      return (await answer.json()) as ImportReport;
    },
    async refused(files: Files, more: object = {}, caller: Caller = here.production) {
      const answer = await send(files, more, '', caller);
      return { status: answer.status, ...((await answer.json()) as Problem) };
    },
    /** What the audit log of the second workspace has. */
    async acts(): Promise<Entry[]> {
      const owner = await here.api.member(here.organisationId, 'owner', here.productionId);
      return (await sent<{ data: Entry[] }>('/v1/audit-log?limit=200', owner, undefined, 'GET')).data;
    },
  };
}
