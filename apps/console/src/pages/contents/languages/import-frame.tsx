import type { translation } from '@banso/contract';
import type { ContentKind } from '@banso/domain/content';
import { Button, Dialog, Notice, Skeleton, Status, type StatusTone } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { placeWords } from '../texts/place-words.ts';
import './import.css';
import type { FileState } from './use-file-import.ts';

type Report = Pick<translation.ImportReport, 'locale' | 'counts'>;

/** Props of {@link ImportFrame}. */
export interface ImportFrameProps<R extends Report> {
  file: File;
  state: FileState<R>;
  /** Takes over what can be. */
  take: () => Promise<void>;
  /** What becomes of the texts, one by one. */
  children: (report: R) => ComponentChildren;
  onClose: () => void;
}

/** Says what a translated file would change, text by text, before anything is stored. */
export function ImportFrame<R extends Report>(props: ImportFrameProps<R>) {
  const { file, state, take, children, onClose } = props;
  const texts = wordsOf('languages');
  const submit = useSubmit();
  const report = state.status === 'ready' ? state.report : undefined;
  const taken = report ? (report.counts.filled ?? 0) + (report.counts.changed ?? 0) : 0;
  const run = async () => {
    const done = await submit.run(take);
    if (!done || !report) return;
    toaster.show({ message: texts.imported(taken, formatLanguage(report.locale)) });
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={texts.importTitle(file.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          {taken > 0 && (
            <Button variant="primary" busy={submit.busy} onClick={() => void run()}>
              {texts.takeOver(taken)}
            </Button>
          )}
        </>
      }
    >
      <div class="stack">
        {state.status === 'reading' && <Skeleton shape="text" />}
        {state.status === 'failed' && (
          <Notice tone="bad" title={texts.importFailed} live="assertive">
            {whyWords(state.why)}
          </Notice>
        )}
        {report && (
          <>
            <Summary report={report} taken={taken} />
            {children(report)}
          </>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.overtaken : texts.importFailed}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function whyWords(why: Extract<FileState<never>, { status: 'failed' }>['why']): string {
  const texts = wordsOf('languages');
  if (why === 'too_large') return texts.tooLarge;
  if (why === 'unsaved') return texts.notSaved;
  if (why.status === 0) return texts.offline;
  return why.code === 'invalid' ? texts.unreadable(why.message) : why.message;
}

function Summary({ report: { locale, counts }, taken }: { report: Report; taken: number }) {
  const texts = wordsOf('languages');
  const name = formatLanguage(locale);
  const left = (counts.unknown ?? 0) + (counts.source_changed ?? 0);
  return (
    <>
      <p role="status">{taken === 0 ? texts.nothingNew(name) : texts.wouldChange(taken, name)}</p>
      {left > 0 && (
        <Notice tone="warn" title={texts.leftOut(left)}>
          {texts.leftOutWhat}
        </Notice>
      )}
    </>
  );
}

const TONES: Readonly<Record<translation.ImportOutcome, StatusTone>> = {
  filled: 'good',
  changed: 'info',
  unchanged: 'none',
  empty: 'none',
  unknown: 'warn',
  source_changed: 'warn',
};

/** Props of {@link ImportedTexts}. */
export interface ImportedTextsProps {
  /** Null: nothing is known of the content. */
  kind: ContentKind | null;
  locale: string;
  texts: translation.ImportReport['texts'];
}

/** What becomes of each text of one content. */
export function ImportedTexts({ kind, locale, texts: told }: ImportedTextsProps) {
  const texts = wordsOf('languages');
  return (
    <ul class="imp">
      {told.map(({ key, path, outcome, before, after }) => (
        <li key={key}>
          <span class="row wrap">
            <b>{path === null || kind === null ? key : placeWords(kind, path)}</b>
            <Status tone={TONES[outcome]} small label={texts.outcome[outcome]} />
          </span>
          {before !== '' && outcome === 'changed' && <del lang={locale}>{before}</del>}
          <span lang={locale}>{after}</span>
        </li>
      ))}
    </ul>
  );
}
