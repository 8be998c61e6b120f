import type { ContentKind } from '@banso/domain/content';
import type { Midway } from '@banso/domain/onboarding';
import * as z from 'zod';
import type { Api } from '../../../data/api.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import type { Draft, Stored } from './content-draft.ts';

/** When a publication begins and ends; without a start it begins at once. */
export interface PublishPlan {
  note: string;
  /** What becomes of those in the middle of a checklist; default: they have the new version. */
  midway?: Midway | undefined;
  /** The times here replace those of the draft. Default: the draft's own are kept. */
  isTimed?: boolean | undefined;
  startsAt?: string | undefined;
  endsAt?: string | undefined;
}

/** What belongs to a content itself and not to its versions. */
export type OwnChange = { name: string } | { tags: readonly string[] };

/** The operations on one content, each guarded by the ETag that was read. */
export interface ContentApi<K extends ContentKind = ContentKind> {
  read(): Promise<Stored<K>>;
  save(draft: Draft<K>, etag: string | undefined): Promise<Stored<K>>;
  change(to: OwnChange, etag: string | undefined): Promise<Stored<K>>;
  publish(plan: PublishPlan, etag: string | undefined): Promise<Stored<K>>;
  /** Takes a version that has not begun off its schedule. */
  unschedule(etag: string | undefined): Promise<Stored<K>>;
  requestReview(ask: { note: string; reviewer?: string }, etag: string | undefined): Promise<Stored<K>>;
  approve(comment: string, etag: string | undefined): Promise<Stored<K>>;
  requestChanges(comment: string, etag: string | undefined): Promise<Stored<K>>;
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
    change: (to, etag) => call('PATCH', '', to, etag),
    publish({ note, midway, isTimed = false, startsAt, endsAt }, etag) {
      const how = { note, ...(midway && { midway }) };
      const times = { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
      return isTimed
        ? call('POST', '/schedule', { ...how, ...times }, etag)
        : call('POST', '/publish', how, etag);
    },
    unschedule: (etag) => call('POST', '/unschedule', {}, etag),
    requestReview: (ask, etag) => call('POST', '/request-review', ask, etag),
    approve: (comment, etag) => call('POST', '/approve', { comment }, etag),
    requestChanges: (comment, etag) => call('POST', '/request-changes', { comment }, etag),
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
