import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import type { Answer } from '../../../data/api.ts';
import type { Workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { changeWorkspace, reloadWorkspace } from '../use-workspace.ts';
import { workspaceTexts } from './texts.ts';

/** A part of the workspace while it is edited. */
export interface WorkspaceEdit {
  /** The workspace as it would be. */
  value: Workspace;
  set: (change: Partial<Workspace>) => void;
  dirty: boolean;
  busy: boolean;
  /** `conflict`: somebody else changed it meanwhile, and nothing was written. */
  trouble: 'conflict' | 'failed' | undefined;
  save(): Promise<void>;
  discard: () => void;
}

/**
 * What was changed here, over what others have saved meanwhile. Of a part that is saved as a whole, such as the budget, only
 * the rules that were changed here are kept: the others are those of the colleague.
 */
function rebased(draft: Partial<Workspace>, before: Workspace, now: Workspace): Partial<Workspace> {
  return Object.fromEntries(
    Object.entries(draft).map(([name, mine]) => {
      const [was, is] = [before, now].map((each) => each[name as keyof Workspace]);
      if (![mine, was, is].every(isRecord)) return [name, mine];
      const changed = Object.entries(mine as object).filter(
        ([key, to]) => !isSame(to, (was as Readonly<Record<string, unknown>>)[key]),
      );
      return [name, { ...(is as object), ...Object.fromEntries(changed) }];
    }),
  );
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps only what was changed here, over the latest state that is known: what others change beside it flows in, and after a
 * conflict the draft is still there.
 */
export function useWorkspaceEdit(read: Answer<Workspace>): WorkspaceEdit {
  const [draft, setDraft] = useState<Partial<Workspace>>({});
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WorkspaceEdit['trouble']>();
  const value = { ...read.data, ...draft };

  const undo = async (before: Partial<Workspace>, etag: string | undefined) => {
    const texts = textsOf(workspaceTexts);
    try {
      await changeWorkspace(before, etag);
      toaster.show({ message: texts.restored });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: error.status === 412 ? texts.conflict : texts.notSaved });
    }
  };

  return {
    value,
    set(change) {
      setTrouble(undefined);
      const next = { ...draft, ...change };
      const kept = Object.entries(next).filter(
        ([name, to]) => !isSame(to, read.data[name as keyof Workspace]),
      );
      setDraft(Object.fromEntries(kept));
    },
    dirty: Object.keys(draft).length > 0,
    busy,
    trouble,
    async save() {
      if (busy) return;
      setBusy(true);
      setTrouble(undefined);
      const before = Object.fromEntries(
        Object.keys(draft).map((name) => [name, read.data[name as keyof Workspace]]),
      ) as Partial<Workspace>;
      try {
        const answer = await changeWorkspace(draft, read.etag);
        setDraft({});
        toaster.show({ message: textsOf(workspaceTexts).saved, undo: () => void undo(before, answer.etag) });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const conflict = error.status === 412;
        setTrouble(conflict ? 'conflict' : 'failed');
        if (!conflict) return;
        const fresh = await reloadWorkspace().catch(() => undefined); // without it the next try conflicts again
        if (fresh) setDraft(rebased(draft, read.data, fresh.data));
      } finally {
        setBusy(false);
      }
    },
    discard() {
      setTrouble(undefined);
      setDraft({});
    },
  };
}
