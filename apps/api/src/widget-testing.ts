import { createHmac } from 'node:crypto';
import type { event, widgetApi } from '@banso/contract';
import { keys, workspaces } from '@banso/database';
import type { Dialect } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import type { TestContent } from './recorder/testing/rig.ts';
import { publishContent } from './recorder/testing/rig.ts';
import { identitySecretPlace, seal } from './sealing.ts';
import type { TestApp } from './testing.ts';
import { openTestApp } from './testing.ts';

/** What a page sends; what is left out is filled in. */
export type SessionBody = Partial<widgetApi.SessionRequest>;
type Said<T extends event.EventType> = Omit<Extract<event.Event, { type: T }>, 'id' | 'at' | 'type'>;

/** The service as a customer's page sees it: one workspace with keys, and people who come. */
export interface WidgetApp extends TestApp {
  workspaceId: string;
  organisationId: string;
  /** The publishable key. */
  key: string;
  publish(content: TestContent): Promise<void>;
  setMode(mode: 'required' | 'measure'): Promise<void>;
  /** A token for a user, signed with the workspace's secret unless it is said otherwise. */
  token(subject: string, claims?: Record<string, unknown>, secret?: string): string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Opens a session as a page would. */
  open(body?: SessionBody): Promise<Response>;
  /** Somebody with a valid token, and their session. */
  person(
    id: string,
    more?: { claims?: Record<string, unknown>; body?: SessionBody },
  ): Promise<widgetApi.SessionResponse>;
  sync(
    session: string,
    events: readonly unknown[],
    more?: { sentAt?: Instant; url?: string },
  ): Promise<Response>;
}

const SECRET = 'bis_a-secret-that-only-the-customer-knows';

/** Opens the service with one workspace and its keys. */
export async function openWidgetApp(
  dialect: Dialect,
  over: Parameters<typeof openTestApp>[1] = {},
): Promise<WidgetApp> {
  const app = await openTestApp(dialect, over);
  const { organisationId, workspaceId } = await app.organisation();
  const { value: key } = await app.publishableKey(workspaceId);
  const { clock, database, deps } = app;
  const keyId = deps.newId('key');
  await database.forWorkspace(workspaceId).write((db) =>
    keys.create(db, workspaceId, {
      id: keyId,
      kind: 'identity',
      name: 'Backend',
      hint: 'back',
      scopes: [],
      algorithm: 'HS256',
      material: seal(deps.settings.secret, identitySecretPlace(keyId), SECRET),
      hash: null,
      createdAt: clock.now(),
    }),
  );

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token: WidgetApp['token'] = (sub, claims = {}, secret = SECRET) => {
    const input = `${encode({ alg: 'HS256' })}.${encode({ sub, aud: workspaceId, ...claims })}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const post: WidgetApp['post'] = (path, body, headers = {}) =>
    app.request(path, undefined, {
      method: 'POST',
      text: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { origin: 'https://app.example', 'sec-fetch-site': 'cross-site', ...headers },
    });
  const open: WidgetApp['open'] = (body) => post(`/v1/w/${key}/session`, sessionBody(body));
  return {
    ...app,
    organisationId,
    workspaceId,
    key,
    token,
    post,
    open,
    async publish(content) {
      await publishContent(database, workspaceId, content, clock.now());
      deps.published.invalidate(workspaceId);
    },
    async setMode(identityMode) {
      const workspace = await workspaces.find(database.control, workspaceId);
      await workspaces.update(
        database.control,
        workspaceId,
        workspace?.updatedAt ?? '',
        { identityMode },
        clock.now(),
      );
    },
    async person(id, { claims, body } = {}) {
      const answer = await open({ user: { id, token: token(id, claims) }, ...body });
      return (await answer.json()) as widgetApi.SessionResponse;
    },
    sync: (session, events, { sentAt = clock.now(), url = 'https://app.example/' } = {}) =>
      post(
        `/v1/w/${key}/sync`,
        { events, page: { url, device: 'desktop' }, sentAt },
        { authorization: `Bearer ${session}` },
      ),
  };
}

/** A session request of an anonymous visitor, with what is said over it. */
export function sessionBody(over: SessionBody = {}): widgetApi.SessionRequest {
  return {
    anonymousId: 'anon_0195d000-0000-4000-8000-000000000001',
    page: { url: 'https://app.example/', device: 'desktop' },
    locale: 'en',
    ...over,
  };
}

/** An event that happens at `at`; its id is new unless it is given. */
export function anEvent<T extends event.EventType>(
  type: T,
  said: Said<T>,
  { id = uuidv7(), at }: { id?: string; at: Instant },
): Record<string, unknown> {
  return { id, at, type, ...said };
}
