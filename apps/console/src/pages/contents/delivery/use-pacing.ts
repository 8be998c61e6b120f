import { SurveyPacing } from '@banso/contract/pacing';
import { useRead } from '../../../data/query.ts';
import { useEditor } from '../frame/editor-context.ts';
import { recordPath } from '../content-kind.ts';

/** How far the survey is with its quota and what it asks about; undefined: not known yet. */
export function usePacing(): SurveyPacing | undefined {
  const { model } = useEditor();
  const { id, updatedAt } = model.record.value;
  // read again when the draft was stored: it says which wave it is, and what is asked about
  return useRead(`${recordPath(model.kind, id)}/pacing`, SurveyPacing, undefined, { of: updatedAt }).data
    ?.data;
}
