import type { DemoFacts } from './facts.ts';

type Query = Readonly<Record<string, string | number>>;

/** The management API as a customer's own script uses it: the judge of what was stored. */
export interface ManagementApi {
  /** @throws {Error} unless the answer is a success. */
  get<T>(path: string, query?: Query): Promise<T>;
  /** All of a list, page after page. */
  list<T>(path: string, query?: Query): Promise<T[]>;
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
  return {
    get,
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
  };
}
