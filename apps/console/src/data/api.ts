import { Problem } from '@banso/contract';
import type * as z from 'zod';

/** What went wrong with a request: the server's problem document, or that the server could not be reached. */
export class ApiError extends Error {
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly errors: readonly { path: string; code: string; message: string }[];

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { requestId?: string; errors?: ApiError['errors'] } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.requestId = more.requestId;
    this.errors = more.errors ?? [];
  }
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Call<S extends z.ZodType> {
  /** Every answer is checked against its schema at the door, so that no surprise reaches a page. */
  schema: S;
  query?: Query;
  body?: unknown;
  /** The ETag that was read, for changes that a second person could overwrite. */
  etag?: string | undefined;
  signal?: AbortSignal | undefined;
  /** It is sent even if the page ends meanwhile. */
  keepalive?: boolean | undefined;
}

export interface Answer<T> {
  data: T;
  etag: string | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The documented API, as any customer could call it, with the session cookie and the chosen workspace. */
export interface Api {
  /** @throws {ApiError} */
  call<S extends z.ZodType>(method: Method, path: string, call: Call<S>): Promise<Answer<z.infer<S>>>;
}

/**
 * @param workspaceId - The workspace of the next request; undefined before one is chosen.
 * @param onSignedOut - Told when the server no longer knows the session.
 */
export function createApi(workspaceId: () => string | undefined, onSignedOut: () => void): Api {
  return {
    async call(method, path, { schema, query = {}, body, etag, signal, keepalive }) {
      const url = new URL(path, location.origin);
      for (const [name, value] of Object.entries(query))
        if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, `${value}`);
      const workspace = workspaceId();
      const writes = method !== 'GET';
      const answer = await fetch(url, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(workspace && { 'banso-workspace': workspace }),
          ...(writes && { 'content-type': 'application/json' }),
          ...(etag && { 'if-match': etag }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
        ...(keepalive && { keepalive }),
      }).catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        throw new ApiError(0, 'unreachable', 'The server could not be reached.');
      });
      const text = await answer.text();
      const value: unknown =
        text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
      if (!answer.ok) {
        if (answer.status === 401) onSignedOut();
        throw errorOf(answer.status, value);
      }
      const parsed = schema.safeParse(value);
      if (!parsed.success)
        throw new ApiError(answer.status, 'unexpected_answer', `${path}: ${parsed.error.message}`);
      return { data: parsed.data, etag: answer.headers.get('etag') ?? undefined };
    },
  };
}

function errorOf(status: number, value: unknown): ApiError {
  const problem = Problem.safeParse(value);
  if (!problem.success) return new ApiError(status, 'unexpected_answer', `The server answered ${status}.`);
  const { code, detail, requestId, errors } = problem.data;
  return new ApiError(status, code, detail, { requestId, ...(errors && { errors }) });
}
