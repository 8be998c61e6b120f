import { ENCODINGS, Import, MAX_FILE_BYTES } from '@banso/contract/history';
import { IMPORT_SOURCES, type ImportSource } from '@banso/domain/history';
import { Button, Dialog, Field, Notice, Select, UploadIcon } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import { forget } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { dataTexts } from './texts.ts';

/** Asks where a file comes from, and brings it. */
export function UploadDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(dataTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const [source, setSource] = useState<ImportSource>('csv');
  const [encoding, setEncoding] = useState('');
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const isTooLarge = file !== undefined && file.size > MAX_FILE_BYTES;
  const refused = submit.refused[0];

  const bring = () =>
    submit.run(async () => {
      if (!file || isTooLarge) return;
      const { data } = await api.call('POST', '/v1/imports', {
        schema: Import,
        body: {
          source,
          fileName: file.name,
          file: await base64Of(file),
          ...(encoding !== '' && { encoding }),
        },
      });
      forget('/v1/imports');
      route(`/console/settings/data?import=${data.id}`);
    });

  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.bringTitle}
      onSubmit={() => void bring()}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            busy={submit.busy}
            disabledReason={!file ? texts.chooseFirst : isTooLarge ? texts.tooLarge : undefined}
          >
            {texts.goOn}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field label={texts.from} hint={texts.fromHints[source]}>
          <Select
            options={IMPORT_SOURCES.map((value) => ({ value, label: texts.sources[value] }))}
            value={source}
            onValue={setSource}
          />
        </Field>
        <div class="data-file">
          <Button icon={UploadIcon} onClick={() => input.current?.click()}>
            {texts.chooseFile}
          </Button>
          <span class={file ? 'med' : 'muted'}>{file?.name ?? texts.noFile}</span>
          <input
            ref={input}
            type="file"
            class="vh"
            tabIndex={-1}
            aria-label={texts.chooseFile}
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
          />
        </div>
        <p class="muted xs">{texts.fileHint}</p>
        <Field label={texts.encoding} hint={texts.encodingHint}>
          <Select
            options={[
              { value: '', label: texts.found },
              ...ENCODINGS.map((value) => ({ value: value as string, label: texts.encodings[value] })),
            ]}
            value={encoding}
            onValue={setEncoding}
          />
        </Field>
        {isTooLarge && <Notice tone="bad">{texts.tooLarge}</Notice>}
        {refused && (
          <Notice tone="bad" live="assertive">
            {texts.fileProblems[refused.code] ?? texts.notRead} <span class="muted">{refused.message}</span>
          </Notice>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.notSent}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** The bytes of a file, a piece at a time: one call cannot take as many arguments as a file has bytes. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 32_768)
    binary += String.fromCodePoint(...bytes.subarray(at, at + 32_768));
  return btoa(binary);
}
