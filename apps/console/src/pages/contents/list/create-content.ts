import type { ContentKind } from '@banso/domain/content';
import { forget } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { listPath, schemasOf } from '../content-kind.ts';
import type { Draft } from '../model/content-draft.ts';

/**
 * Creates a draft and returns its id. Nobody but the team sees it.
 * @param start - A draft or the id of a template; neither: what the server starts a content of this kind from.
 * @throws {ApiError}
 */
export async function createContent<K extends ContentKind>(
  kind: K,
  name: string,
  start: { draft?: Draft<K> | undefined; template?: string | undefined } = {},
): Promise<string> {
  const { data } = await api.call('POST', listPath(kind), {
    schema: schemasOf(kind).Record,
    body: { name, ...start },
  });
  forget(listPath(kind));
  return data.id;
}
