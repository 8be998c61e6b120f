import type { ContentKind } from '@banso/domain/content';
import type { Draft } from './content-draft.ts';

/** What was typed and not stored yet, with the ETag that it changes. */
export interface KeptDraft<K extends ContentKind = ContentKind> {
  etag: string | undefined;
  draft: Draft<K>;
}

/** Where typed words wait until the server has them; survives a reload of the tab. */
export interface DraftKeeper<K extends ContentKind = ContentKind> {
  get(): KeptDraft<K> | undefined;
  put(kept: KeptDraft<K>): void;
  drop(): void;
}

/** Keeps the draft of one content in the tab's own storage. Where storage is refused nothing is kept, and nothing fails. */
export function sessionKeeper<K extends ContentKind>(id: string): DraftKeeper<K> {
  const name = `banso:draft:${id}`;
  return {
    get() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
        return isKept<K>(kept) ? kept : undefined;
      } catch {
        return undefined; // storage is refused, or what lies there is not ours
      }
    },
    put(kept) {
      try {
        sessionStorage.setItem(name, JSON.stringify(kept));
      } catch {
        // full or refused: the server gets it in a moment anyway
      }
    },
    drop() {
      try {
        sessionStorage.removeItem(name);
      } catch {
        // the same
      }
    },
  };
}

function isKept<K extends ContentKind>(value: unknown): value is KeptDraft<K> {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return false;
  const { draft } = value;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    'body' in draft &&
    'delivery' in draft &&
    'locales' in draft
  );
}
