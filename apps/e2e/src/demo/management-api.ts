import type { DemoFacts } from './facts.ts';

type Query = Readonly<Record<string, string | number>>;

/** What was answered to a change, with the guard of the next one. */
export interface Written<T> {
  data: T;
  etag: string;
}

/** The management API as a customer's own script uses it: the judge of what was stored. */
export interface ManagementApi {
  /** @throws {Error} unless the answer is a success. */
  get<T>(path: string, query?: Query): Promise<T>;
  /** All of a list, page after page. */
  list<T>(path: string, query?: Query): Promise<T[]>;
  /** Makes a content in English that opens nowhere by itself, and publishes it. @returns its id. */
  publish(
    path: string,
    content: { name: string; slug: string; audience: object; body: object },
  ): Promise<string>;
  /** @param etag - Of what is changed. @throws {Error} unless the answer is a success. */
  send<T>(method: 'POST' | 'PATCH', path: string, body: unknown, etag?: string): Promise<Written<T>>;
}

/** Opens the API with the demo's secret key. */
export function managementApi({ url, secretKey }: Pick<DemoFacts, 'url' | 'secretKey'>): ManagementApi {
  async function get<T>(path: string, query: Query = {}): Promise<T> {
    const address = new URL(path, url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, `${value}`);
    const answer = await fetch(address, { headers: { authorization: `Bearer ${secretKey}` } });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  async function post(path: string, body: object, etag?: string): Promise<globalThis.Response> {
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${secretKey}`,
        'content-type': 'application/json',
        ...(etag && { 'if-match': etag }),
      },
    });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
  return {
    get,
    async publish(path, { name, slug, audience, body }) {
      const recurrence = {
        afterShownDays: null,
        afterDismissedDays: null,
        afterAnsweredDays: null,
        maxAttempts: null,
      };
      const delivery = {
        audience,
        pages: [],
        devices: [],
        delaySeconds: 0,
        recurrence,
        samplePercent: 100,
        priority: 0,
        interruptive: false,
        verifiedOnly: false,
      };
      const draft = { defaultLocale: 'en', locales: ['en'], delivery, body };
      const made = await post(path, { name, slug, draft });
      const { id } = (await made.json()) as { id: string };
      await post(`${path}/${id}/publish`, {}, made.headers.get('etag') ?? '');
      return id;
    },
    async list<T>(path: string, query: Query = {}) {
      const all: T[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: Query = cursor === '' ? {} : { cursor };
        const page: { data: T[]; nextCursor: string | null } = await get(path, {
          limit: 200,
          ...query,
          ...more,
        });
        all.push(...page.data);
        cursor = page.nextCursor;
      }
      return all;
    },
    async send<T>(method: 'POST' | 'PATCH', path: string, body: unknown, etag?: string) {
      const answer = await fetch(new URL(path, url), {
        method,
        headers: {
          authorization: `Bearer ${secretKey}`,
          'content-type': 'application/json',
          ...(etag !== undefined && { 'if-match': etag }),
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return { data: (await answer.json()) as T, etag: answer.headers.get('etag') ?? '' };
    },
  };
}
