import { PreviewAs } from '@banso/contract/preview';
import { useMemo } from 'preact/hooks';
import { recordPath, schemasOf } from '../content-kind.ts';
import { storingProblems } from '../model/draft-problems.ts';
import { useEditor } from './editor-context.ts';
import { type LiveAnswer, useAnswer } from './use-answer.ts';

/**
 * How one person would find the draft; nothing of another one's while it is asked.
 * @param contact - Undefined: it is looked at for nobody in particular.
 */
export function usePreviewAs(contact: string | undefined): LiveAnswer<PreviewAs> {
  const { model } = useEditor();
  const draft = model.draft.value;
  const body = useMemo(
    () =>
      contact === undefined || storingProblems(schemasOf(model.kind).Draft, draft).length > 0
        ? undefined
        : { draft, contact },
    [draft, contact],
  );
  const path = `${recordPath(model.kind, model.record.peek().id)}/preview-as`;
  const { data, ...rest } = useAnswer(path, PreviewAs, body);
  return { data: data?.contact === contact ? data : undefined, ...rest };
}
