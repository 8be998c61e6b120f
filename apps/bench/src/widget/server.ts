import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { KEY } from './contenders.ts';
import type { Contender } from './contenders.ts';
import { posthogAnswer } from './posthog-answers.ts';

/** A page server for all contenders on one origin, so that the line is the same for everybody. */
export interface PageServer {
  addressOf(contender: Contender): string;
  stop(): void;
}

const SURVEY_ID = 'srv_01890000-0000-7000-8000-000000000001';
const SURVEY = {
  kind: 'survey',
  id: SURVEY_ID,
  slug: 'nps',
  version: 1,
  lang: 'en',
  title: 'One question',
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: 'How likely are you to recommend us?',
      required: true,
      labels: { low: 'Not at all likely', high: 'Extremely likely' },
    },
  ],
  followUps: { detractor: null, passive: null, promoter: null },
  endings: { detractor: '', passive: '', promoter: '' },
};
const OFFER = {
  show: [
    {
      contentId: SURVEY_ID,
      version: 1,
      kind: 'survey',
      surface: 'popover',
      when: { delaySeconds: 0, pages: [] },
      reason: 'eligible',
    },
  ],
  held: {},
  progress: {},
  unread: 0,
  content: { url: `/v1/w/${KEY}/content/1` },
};

/** What our service answers; as short as it gets, since a server is not what is measured. */
function answerOf(path: string, body: string): object {
  if (path.startsWith('/v1/posthog/')) return posthogAnswer(path);
  if (path.endsWith('/session'))
    return {
      session: 'ses_1',
      expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
      serverTime: new Date().toISOString(),
      contact: { id: 'con_01890000-0000-7000-8000-000000000002', verified: false },
      theme: { css: '' },
      opens: { content: SURVEY, keptMs: 5_000 },
      ...OFFER,
    };
  if (path.endsWith('/sync')) {
    const { events } = JSON.parse(body) as { events: { id: string }[] };
    return { accepted: events.map(({ id }) => id), refused: [], ...OFFER };
  }
  return { locale: 'en', contents: [SURVEY] };
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** @param files - By path; sent as brotli 11. */
export async function servePages(files: ReadonlyMap<string, Buffer>): Promise<PageServer> {
  const packed = new Map(
    [...files].map(([path, file]) => [
      path,
      brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ]),
  );
  const pages = new Map<string, string>();
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const page = pages.get(path);
    if (page !== undefined) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (path.startsWith('/v1/')) {
      const body = JSON.stringify(answerOf(path, Buffer.concat(chunks).toString()));
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    }
    const file = packed.get(path);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    response
      .writeHead(file ? 200 : 404, { 'content-type': type, ...(file && { 'content-encoding': 'br' }) })
      .end(file);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    addressOf({ name, tag }) {
      const text = '<p>A page of somebody else, with some text in it.</p>'.repeat(40);
      pages.set(
        `/${name}`,
        `<!doctype html><html lang="en"><head><title>${name}</title><link rel="icon" href="data:,"></head><body>${text}${tag}</body></html>`,
      );
      return `${origin}/${name}`;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
