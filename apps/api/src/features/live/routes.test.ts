import { DIALECTS } from '@banso/database/testing';
import type { report } from '@banso/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestApp } from '../../testing.ts';
import type { Caller, TestApp, TestMember } from '../../testing.ts';

const EVENT: report.LiveEvent = { type: 'response', id: 'rsp_1', surveyId: 'srv_1' };

/** Reads a stream of server-sent events piece by piece. */
class Stream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = '';
  constructor(answer: Response) {
    if (!answer.body) throw new Error('no stream');
    this.#reader = answer.body.getReader();
  }

  /** Everything until `what` has come. */
  async until(what: string): Promise<string> {
    while (!this.#text.includes(what)) {
      const { done, value } = await this.#reader.read();
      if (done) throw new Error(`ended before ${what}: ${this.#text}`);
      this.#text += new TextDecoder().decode(value);
    }
    return this.#text;
  }

  async end(): Promise<string> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return this.#text;
      this.#text += new TextDecoder().decode(value);
    }
  }

  leave = () => this.#reader.cancel();
}

describe.each(DIALECTS)('the live feed on %s', (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let own: { organisationId: string; workspaceId: string };

  beforeEach(async () => {
    api = await openTestApp(dialect);
    own = await api.organisation();
    member = await api.member(own.organisationId, 'viewer', own.workspaceId);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await api.close();
  });

  async function listen(path = '/v1/live', caller: Caller = member): Promise<Stream> {
    const answer = await api.request(path, caller);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const stream = new Stream(answer);
    await stream.until('hello');
    return stream;
  }

  test('tells what happens in the workspace, each with an id, and nothing of another', async () => {
    const other = await api.organisation('Other');
    const stream = await listen();
    api.deps.live.publish(other.workspaceId, { type: 'response', id: 'rsp_theirs', surveyId: 'srv_2' });
    api.deps.live.publish(own.workspaceId, EVENT);
    const text = await stream.until('\n\nevent: response');
    await stream.until(`id: `);
    expect(text).toContain('event: response\ndata: {"type":"response","id":"rsp_1","surveyId":"srv_1"}');
    expect(text).not.toContain('rsp_theirs');
    await stream.leave();
  });

  test('takes the workspace from the address, where headers cannot be sent', async () => {
    const { cookie = '' } = member.headers;
    const stream = await listen(`/v1/live?workspace=${own.workspaceId}`, { headers: { cookie } });
    api.deps.live.publish(own.workspaceId, EVENT);
    await stream.until('rsp_1');
    await stream.leave();
    const other = await api.organisation('Other');
    expect(
      (await api.request(`/v1/live?workspace=${other.workspaceId}`, { headers: { cookie } })).status,
    ).toBe(404);
    expect((await api.request('/v1/live', { headers: { cookie } })).status).toBe(400);
  });

  test('keeps the connection with a comment every 15 seconds, as long as the session lasts', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const stream = await listen();
    await vi.advanceTimersByTimeAsync(15_000);
    await stream.until('still here');
    await api.database.control.deleteFrom('auth_session').where('userId', '=', member.userId).execute();
    await vi.advanceTimersByTimeAsync(15_000);
    api.deps.live.publish(own.workspaceId, EVENT);
    expect((await stream.end()).match(/still here/g)).toHaveLength(1);
  });

  test('ends when the service stops', async () => {
    const stopping = new AbortController();
    const stoppable = await openTestApp(dialect, { deps: { stopping: stopping.signal } });
    const { organisationId, workspaceId } = await stoppable.organisation();
    const caller = await stoppable.member(organisationId, 'viewer', workspaceId);
    const stream = new Stream(await stoppable.request('/v1/live', caller));
    await stream.until('hello');
    stopping.abort();
    expect(await stream.end()).toContain('hello');
    expect((await stoppable.request('/readyz')).status).toBe(503);
    expect((await stoppable.request('/healthz')).headers.get('connection')).toBe('close');
    await stoppable.close();
  });
});
