import type { ContentKind } from '@banso/domain/content';
import * as z from 'zod';
import type { Api } from '../../../data/api.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import type { Draft, Stored } from './content-draft.ts';

/** When a publication begins and ends; without a start it begins at once. */
export interface PublishPlan {
  note: string;
  startsAt?: string | undefined;
  endsAt?: string | undefined;
}

/** The operations on one content, each guarded by the ETag that was read. */
export interface ContentApi<K extends ContentKind = ContentKind> {
  read(): Promise<Stored<K>>;
  save(draft: Draft<K>, etag: string | undefined): Promise<Stored<K>>;
  rename(name: string, etag: string | undefined): Promise<Stored<K>>;
  publish(plan: PublishPlan, etag: string | undefined): Promise<Stored<K>>;
  rollback(version: number, etag: string | undefined): Promise<Stored<K>>;
  pause(etag: string | undefined): Promise<Stored<K>>;
  resume(etag: string | undefined): Promise<Stored<K>>;
  archive(etag: string | undefined): Promise<Stored<K>>;
  duplicate(): Promise<Stored<K>>;
  /** Only for what was never published. */
  remove(): Promise<void>;
}

/** One content over the API. */
export function contentApi<K extends ContentKind>(api: Api, kind: K, id: string): ContentApi<K> {
  const path = recordPath(kind, id);
  const schema = schemasOf(kind).Record;
  const call = async (
    method: 'GET' | 'PATCH' | 'POST',
    to: string,
    body?: unknown,
    etag?: string,
  ): Promise<Stored<K>> => {
    const answer = await api.call(method, `${path}${to}`, { schema, body, etag });
    return { record: answer.data, etag: answer.etag };
  };
  return {
    read: () => call('GET', ''),
    save: (draft, etag) => call('PATCH', '', { draft }, etag),
    rename: (name, etag) => call('PATCH', '', { name }, etag),
    publish({ note, startsAt, endsAt }, etag) {
      return startsAt === undefined
        ? call('POST', '/publish', { note }, etag)
        : call('POST', '/schedule', { note, startsAt, ...(endsAt && { endsAt }) }, etag);
    },
    rollback: (version, etag) => call('POST', '/rollback', { version }, etag),
    pause: (etag) => call('POST', '/pause', {}, etag),
    resume: (etag) => call('POST', '/resume', {}, etag),
    archive: (etag) => call('POST', '/archive', {}, etag),
    duplicate: () => call('POST', '/duplicate', {}),
    async remove() {
      await api.call('DELETE', path, { schema: z.unknown() });
    },
  };
}
