import { vi } from 'vitest';

/** One request that a page sent. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  etag: string | null;
}

/** What the stand-in answers; status 200 unless it says otherwise. */
export interface Answered {
  status?: number;
  body?: unknown;
  etag?: string;
}

type Route = (asked: Asked, id: string) => Answered | Promise<Answered>;

/**
 * Stands in for the server at the network edge, for one test.
 * @param routes - By method and path; `:id` stands for one part, which is handed on.
 * @returns every request, oldest first.
 */
export function standIn(routes: Readonly<Record<string, Route>>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (target: URL, init: RequestInit = {}) => {
    const { pathname: path, searchParams: query } = new URL(target, location.origin);
    const method = init.method ?? 'GET';
    const etag = new Headers(init.headers).get('if-match');
    const asked = {
      method,
      path,
      query,
      etag,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    all.push(asked);
    const { status = 200, body, etag: tag } = await answerOf(routes, asked);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...(tag !== undefined && { etag: tag }) },
    });
  });
  return all;
}

async function answerOf(routes: Readonly<Record<string, Route>>, asked: Asked): Promise<Answered> {
  for (const [pattern, route] of Object.entries(routes)) {
    const [method, path = ''] = pattern.split(' ');
    const match = new RegExp(`^${path.replace(':id', '([^/]+)')}$`).exec(asked.path);
    if (method === asked.method && match) return route(asked, match[1] ?? '');
  }
  // what a page shows beside what the test is about: nothing
  if (asked.method === 'GET') return { body: { data: [], nextCursor: null } };
  return problem(404, 'not_found');
}

/** A refusal as the server words it. */
export function problem(
  status: number,
  code: string,
  errors?: { path: string; code: string; message: string }[],
): Answered {
  const body = {
    type: `about:blank#${code}`,
    title: code,
    status,
    code,
    detail: code,
    requestId: 'req_1',
    ...(errors && { errors }),
  };
  return { status, body };
}

/** A list with these as its only page. */
export const pageOf = (data: readonly unknown[]): Answered => ({ body: { data, nextCursor: null } });
