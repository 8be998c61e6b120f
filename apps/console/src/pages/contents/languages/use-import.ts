import { translation } from '@banso/contract';
import { api } from '../../../data/session.ts';
import { recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { type FileBody, type FileState, useFileImport } from './use-file-import.ts';

/** Larger files are no texts of one content. */
const MAX_CHARACTERS = 900_000;

/** Asks what a file would change in the content, and takes it over when that is wanted. */
export function useImport(
  file: File,
  locale: string,
): { state: FileState<translation.ImportReport>; take: () => Promise<void> } {
  const { model } = useEditor();
  const path = `${recordPath(model.kind, model.record.value.id)}/translations`;
  const send = (body: FileBody, query: Record<string, string>, etag: string | undefined) =>
    api.call('POST', path, { schema: translation.ImportReport, query, etag, body });
  const { state, body } = useFileImport(file, locale, MAX_CHARACTERS, async (sent) =>
    (await model.flush()) ? (await send(sent, { dryRun: 'true' }, model.etag())).data : undefined,
  );
  return {
    state,
    take: () =>
      model.act(async (etag) => {
        if (body) await send(body, { skip: 'true' }, etag);
        return model.api.read();
      }),
  };
}
