import { Export, ImportReport } from '@banso/contract/as-code';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, createApi } from '../../../data/api.ts';
import { api, refreshSession, workspace } from '../../../data/session.ts';
import { NOUNS } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { copyPlan, type CopyPlan } from './copy-plan.ts';

/** How far a copy is. */
export type CopyState =
  | { status: 'looking' }
  | { status: 'failed'; why: 'unsaved' | ApiError; retry: () => void }
  | { status: 'ready'; plan: CopyPlan };

/** Looks what a copy of the open content would do in another workspace, and carries it out there. */
export function useCopy(target: string): {
  state: CopyState;
  /**
   * @returns the content's id there.
   * @throws {ApiError}
   */
  copy: (plan: CopyPlan) => Promise<string | null>;
  /** Looks again: something is other than it was told. */
  look: () => void;
} {
  const { model } = useEditor();
  const [state, setState] = useState<CopyState>({ status: 'looking' });
  const [tries, setTries] = useState(0);
  const again = () => setTries((n) => n + 1);

  const send = async (
    files: CopyPlan['files'],
    dryRun: boolean,
    replace: readonly { path: string; revision: number }[] = [],
  ) => {
    const there = createApi(
      () => target,
      () => void refreshSession(),
    );
    const body = { files, replace, note: workspace.peek()?.name ?? '' };
    return (
      await there.call('POST', '/v1/imports/content', { schema: ImportReport, query: { dryRun }, body })
    ).data;
  };

  useEffect(() => {
    let gone = false;
    const looked = async (): Promise<CopyState> => {
      if (!(await model.flush())) return { status: 'failed', why: 'unsaved', retry: again };
      const { id, slug } = model.record.peek();
      const query = { content: id, references: true };
      const { files } = (await api.call('GET', '/v1/exports/content', { schema: Export, query })).data;
      const path = `${NOUNS[model.kind]}/${slug}.yaml`;
      return { status: 'ready', plan: copyPlan(path, files, await send(files, true)) };
    };
    const show = async () => {
      setState({ status: 'looking' });
      const next = await looked().catch((error: unknown): CopyState => {
        if (!(error instanceof ApiError)) throw error;
        return { status: 'failed', why: error, retry: again };
      });
      if (!gone) setState(next);
    };
    void show();
    return () => {
      gone = true;
    };
  }, [target, tries]);

  return {
    state,
    look: again,
    async copy({ own: { path, conflict }, files }) {
      const replace = conflict ? [{ path, revision: conflict.revision }] : [];
      const { contents } = await send(files, false, replace);
      return contents.find((each) => each.path === path)?.id ?? null;
    },
  };
}
