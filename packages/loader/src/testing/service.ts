import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { event, widgetApi } from '@banso/contract';
import type { message, PublishedContent } from '@banso/contract';
import { PreviewRequest } from '@banso/contract/preview';
import { built } from './built.ts';
import { GUIDE } from './guide.ts';

/** One request as it came in. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What the service does instead of answering. */
export type Trouble = (request: Seen, response: ServerResponse) => boolean;

export const KEY = `bpk_${'k'.repeat(43)}`;
export const SURVEY_ID = 'srv_01890000-0000-7000-8000-000000000001';
export const CHECKLIST_ID = 'chk_01890000-0000-7000-8000-000000000002';
export const ANNOUNCEMENT_ID = 'ann_01890000-0000-7000-8000-000000000003';

export const SURVEY: PublishedContent = {
  kind: 'survey',
  id: SURVEY_ID,
  slug: 'nps',
  version: 3,
  lang: 'en',
  title: 'One question',
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: 'How likely are you to recommend us?',
      required: true,
      labels: { low: 'Not', high: 'Very' },
    },
  ],
  followUps: { detractor: null, passive: null, promoter: null },
  endings: { detractor: 'Thank you', passive: 'Thank you', promoter: 'Thank you' },
};
export const CHECKLIST: PublishedContent = {
  kind: 'checklist',
  id: CHECKLIST_ID,
  slug: 'start',
  version: 1,
  lang: 'en',
  title: 'Getting started',
  intro: [],
  steps: [
    {
      key: 'invite',
      title: 'Invite a colleague',
      body: [],
      action: null,
      manual: true,
      optional: false,
      owner: 'customer',
    },
  ],
  progressOf: 'contact',
  celebration: 'Done',
};

export const ANNOUNCEMENT: PublishedContent = {
  kind: 'announcement',
  id: ANNOUNCEMENT_ID,
  slug: 'folders',
  version: 2,
  lang: 'en',
  mode: 'banner',
  title: 'Shared folders are here',
  body: [{ type: 'paragraph', of: [{ type: 'text', text: 'One place for what belongs to everyone.' }] }],
  action: { label: 'See how', url: '/folders' },
  publishedAt: '2026-11-18T09:00:00.000Z',
};

const NOBODY_WROTE: message.OwnThread = { with: { name: 'Haruka Sato' }, messages: [], before: null };

type Shown = widgetApi.ShownContent;
const base = { version: 3, when: { delaySeconds: 0, pages: [] }, reason: 'eligible' };
export const SHOW_SURVEY: Shown = { ...base, contentId: SURVEY_ID, kind: 'survey', surface: 'popover' };
export const SHOW_CHECKLIST: Shown = {
  ...base,
  contentId: CHECKLIST_ID,
  version: 1,
  kind: 'checklist',
  surface: 'panel',
};

export const SHOW_BANNER: Shown = {
  ...base,
  contentId: ANNOUNCEMENT_ID,
  version: 2,
  kind: 'announcement',
  surface: 'banner',
  unread: true,
};

/**
 * A small service that keeps the contract: what it is sent is parsed with the contract's schemas, and a request that does not
 * fit fails the test that looks at `misfits`.
 */
export interface Service {
  url: string;
  /** What a session offers; a test changes it. */
  show: Shown[];
  held: Record<string, string>;
  progress: Record<string, widgetApi.Progress>;
  /** What comes with a session of what opens by itself. */
  opens: widgetApi.SessionResponse['opens'];
  /** Undefined: nothing can be written to the team. */
  messages: widgetApi.SessionResponse['messages'];
  /** Ids of content whose claim is refused. */
  taken: Set<string>;
  /** What a preview's token opens, and how else that ends. */
  preview: (token: string) => [status: number, body: unknown];
  /** How long a session lasts. */
  sessionMs: number;
  trouble: Trouble | undefined;
  /** Whether the answer to a request is lost on the way back, after the service has done what it asked. */
  loses: ((request: Seen) => boolean) | undefined;
  seen: Seen[];
  /** Requests and events that the contract does not allow. */
  misfits: string[];
  /** Accepted facts in the order of their first arrival, with whose they are. */
  facts: { who: string; fact: event.Event; times: number }[];
  requests(path: RegExp): Seen[];
  /** Answers with one of our files, for a test that lets it come late. */
  sendFile(name: string, response: ServerResponse): void;
  stop(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const files = await built();
  const sessions = new Map<string, { who: string; until: number }>();

  const service: Service = {
    url: '',
    show: [],
    held: {},
    progress: {},
    opens: undefined,
    messages: undefined,
    taken: new Set(),
    preview: () => [401, { code: 'unauthenticated' }],
    sessionMs: 1_800_000,
    trouble: undefined,
    loses: undefined,
    seen: [],
    misfits: [],
    facts: [],
    requests: (path) => service.seen.filter((request) => path.test(request.path)),
    sendFile(name, response) {
      const file = files.get(name);
      response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file);
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };

  function offer() {
    const { show, held, progress, messages } = service;
    const unread = show.filter((shown) => shown.unread).length;
    return {
      show,
      held,
      progress,
      unread,
      preferences: { asking: 'usual' as const, locale: null },
      ...(messages && { messages }),
      content: { url: `/v1/w/${KEY}/content/abc` },
    };
  }

  function session(body: unknown): [number, unknown] {
    const parsed = widgetApi.SessionRequest.safeParse(body);
    if (!parsed.success) {
      service.misfits.push(`session: ${parsed.error.message}`);
      return [400, { code: 'invalid' }];
    }
    const { user, anonymousId } = parsed.data;
    const who = user?.id ?? anonymousId;
    const token = `ses_${sessions.size}`;
    const at = Date.now();
    sessions.set(token, { who, until: at + service.sessionMs });
    const answer: widgetApi.SessionResponse = {
      session: token,
      expiresAt: new Date(at + service.sessionMs).toISOString(),
      serverTime: new Date(at).toISOString(),
      contact: { id: 'con_01890000-0000-7000-8000-000000000009', verified: false },
      theme: { css: '' },
      ...(service.opens && { opens: service.opens }),
      languages: ['en', 'ja', 'ko'],
      ...offer(),
    };
    return [200, answer];
  }

  function sync(body: unknown, authorization: string | undefined): [number, unknown] {
    const known = sessions.get((authorization ?? '').replace('Bearer ', ''));
    if (!known || known.until < Date.now()) return [401, { code: 'session_expired' }];
    const parsed = widgetApi.SyncRequest.safeParse(body);
    if (!parsed.success) {
      service.misfits.push(`sync: ${parsed.error.message}`);
      return [400, { code: 'invalid' }];
    }
    const accepted: string[] = [];
    const refused: widgetApi.RefusedEvent[] = [];
    for (const item of parsed.data.events) {
      const fact = event.Event.safeParse(item);
      const id = String((item as { id?: unknown }).id);
      if (!fact.success) {
        service.misfits.push(`event: ${fact.error.message}`);
        refused.push({ id, code: 'invalid', message: 'no' });
      } else if (fact.data.type === 'content_claimed' && service.taken.has(fact.data.contentId)) {
        refused.push({ id, code: 'not_granted', message: 'no' });
      } else {
        accepted.push(id);
        const before = service.facts.find((one) => one.fact.id === id);
        if (before) before.times++;
        else service.facts.push({ who: known.who, fact: fact.data, times: 1 });
      }
    }
    return [200, { accepted, refused, ...offer() } satisfies widgetApi.SyncResponse];
  }

  function preview(body: unknown): [number, unknown] {
    const parsed = PreviewRequest.safeParse(body);
    if (parsed.success) return service.preview(parsed.data.token);
    service.misfits.push(`preview: ${parsed.error.message}`);
    return [400, { code: 'invalid' }];
  }

  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const seen: Seen = {
      method: request.method ?? '',
      path,
      headers: request.headers,
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    response.setHeader('access-control-expose-headers', 'retry-after');
    response.setHeader('access-control-max-age', '600');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (seen.method === 'OPTIONS') return void response.writeHead(204).end();
    service.seen.push(seen);
    if (service.trouble?.(seen, response)) return;
    if (path.startsWith('/w/')) return service.sendFile(path.slice(3), response);
    const [status, body] = path.endsWith('/session')
      ? session(seen.body)
      : path.endsWith('/sync')
        ? sync(seen.body, request.headers.authorization)
        : path.includes('/content/')
          ? [200, { locale: 'en', contents: [SURVEY, CHECKLIST, ANNOUNCEMENT, GUIDE] }]
          : path.endsWith('/messages')
            ? [200, NOBODY_WROTE]
            : path.endsWith('/preview')
              ? preview(seen.body)
              : [404, { code: 'not_found' }];
    if (service.loses?.(seen)) return void response.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}
