import { SHOW_CHECKLIST } from './service.ts';
import type { Trouble } from './service.ts';

const html: Trouble = (_, response) =>
  Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'));
const problem =
  (status: number, headers = {}): Trouble =>
  (_, response) =>
    Boolean(response.writeHead(status, headers).end(JSON.stringify({ code: 'internal', status })));
const json =
  (body: unknown): Trouble =>
  (_, response) =>
    Boolean(response.writeHead(200).end(JSON.stringify(body)));

/** What a service, or whatever stands between it and the page, does instead of answering. */
export const FAULTS: readonly { fault: string; trouble: Trouble }[] = [
  { fault: 'a proxy that answers with a page', trouble: html },
  { fault: '500', trouble: problem(500) },
  { fault: '429', trouble: problem(429, { 'retry-after': '60' }) },
  { fault: '404', trouble: problem(404) },
  { fault: '401', trouble: problem(401) },
  {
    fault: 'a broken answer',
    trouble: (_, response) => Boolean(response.writeHead(200).end('{"session":"s","sho')),
  },
  { fault: 'a connection that breaks', trouble: (_, response) => Boolean(response.destroy()) },
  { fault: 'an answer that never comes', trouble: () => true },
  {
    fault: 'redirects without end',
    trouble: ({ path }, response) => Boolean(response.writeHead(302, { location: path }).end()),
  },
  { fault: 'null', trouble: json(null) },
  { fault: 'ten megabytes', trouble: json({ show: 'x'.repeat(10_000_000) }) },
  {
    fault: 'wrong types',
    trouble: json({ session: 7, show: [null, 1, { when: 'x' }], progress: [], unread: 'many', content: 3 }),
  },
  {
    fault: 'wrong types deeper down',
    trouble: json({
      session: 's',
      show: [{ ...SHOW_CHECKLIST, when: null }],
      held: 1,
      progress: { a: { steps: 7 } },
      unread: 0,
      content: { url: '/x' },
    }),
  },
];
