import type { Link } from '@banso/widget/link';

/** A call, its body included, that takes longer is given up. */
const PATIENCE_MS = 10_000;

/** Requests to one workspace of the service: no cookies, no referrer, no preflight where it can be avoided. */
export function createCall(host: string, key: string): Link['call'] {
  return async (path, body, more) => {
    let status = 0;
    let retryAfterMs: number | undefined;
    let answer: unknown;
    try {
      const response = await fetch(new URL(path, `${host}/v1/w/${key}/`), {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
        // Without a content type it goes as text/plain, which the service takes for JSON and the browser asks no leave for.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing of what is undefined is as if it were not there
        method: (body && 'POST') as string,
        body: JSON.stringify(body),
        ...more,
      });
      ({ status } = response);
      retryAfterMs = (response.headers.get('retry-after') as never) * 1_000 || undefined;
      answer = await response.json();
    } catch {
      // Blocked, offline, too slow, not JSON: the caller sees that there is no body, and waits or goes without.
    }
    return { status, body: answer, retryAfterMs };
  };
}
