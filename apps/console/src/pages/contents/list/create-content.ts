import type { ContentKind } from '@banso/domain/content';
import { forget } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import type { Draft } from '../model/content-draft.ts';

/**
 * Creates a draft and returns its id. Nobody but the team sees it.
 * @param draft - Absent: what the server starts a content of this kind from.
 * @throws {ApiError}
 */
export async function createContent<K extends ContentKind>(
  kind: K,
  name: string,
  draft?: Draft<K>,
): Promise<string> {
  const { data } = await api.call('POST', listPath(kind), {
    schema: schemasOf(kind).Record,
    body: { name, ...(draft && { draft }) },
  });
  forget(listPath(kind));
  return data.id;
}
