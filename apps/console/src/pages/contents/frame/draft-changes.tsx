import { changesOf } from '@banso/domain/content';
import type { Draft } from '../model/content-draft.ts';
import { ChangeList } from './change-list.tsx';
import { useEditor } from './editor-context.ts';

/** What one draft changes of another one, in words. */
export function DraftChanges({ from, to }: { from: Draft; to: Draft }) {
  const { model } = useEditor();
  return <ChangeList kind={model.kind} changes={changesOf(from, to)} />;
}
