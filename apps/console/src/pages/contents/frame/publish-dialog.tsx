import { Button, Dialog, Field, Input, Notice, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { forget } from '../../../data/query.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatTime } from '../../../texts/format.ts';
import { listPath } from '../content-kind.ts';
import { InstantField } from '../fields/instant-field.tsx';
import type { Change } from '../model/changes.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { publicationOf, restorePublication } from '../model/restore-publication.ts';
import { problemWords } from '../texts/problem-words.ts';
import { useEditor } from './editor-context.ts';
import { PublishConsequences } from './publish-consequences.tsx';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link PublishDialog}. */
export interface PublishDialogProps {
  /** Undefined for the first publication. */
  published: ContentVersion | undefined;
  changes: readonly Change[];
  onClose: () => void;
}

/** A field that the server names is not in this dialog: the refusal is told as a whole. */
function asWhole(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  throw new ApiError(
    error.status,
    error.code,
    error.message,
    error.requestId === undefined ? {} : { requestId: error.requestId },
  );
}

/** Says what publishing means for the people who are in the middle of it, and asks for a note and a time. */
export function PublishDialog({ published, changes, onClose }: PublishDialogProps) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const { delivery } = model.draft.value;
  const submit = useSubmit();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [startsAt, setStartsAt] = useState(delivery.startsAt);
  const [endsAt, setEndsAt] = useState(delivery.endsAt);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const next = (model.record.value.version ?? 0) + 1;

  const startError =
    when === 'later' && tried && startsAt === undefined
      ? problemWords({ path: '', code: 'dates_missing', stops: 'publishing' })
      : undefined;
  const isReversed = when === 'later' && startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt;
  const endError = isReversed
    ? problemWords({ path: '', code: 'dates_reversed', stops: 'publishing' })
    : undefined;

  const publish = async () => {
    setTried(true);
    setUnsaved(false);
    if (isReversed || (when === 'later' && startsAt === undefined)) return;
    if (!(await model.flush())) {
      setUnsaved(true);
      return;
    }
    const before = publicationOf(model);
    const plan = { note: note.trim(), ...(when === 'later' && { startsAt, endsAt }) };
    const done = await submit.run(() => model.act((etag) => model.api.publish(plan, etag)).catch(asWhole));
    if (!done) return;
    forget(listPath(model.kind));
    onClose();
    const undo = async () => {
      try {
        await restorePublication(model, before);
        forget(listPath(model.kind));
      } catch {
        toaster.show({ message: texts.undoFailed });
      }
    };
    const isScheduled = model.record.peek().status === 'scheduled';
    const said =
      isScheduled && startsAt !== undefined
        ? texts.scheduled(next, formatTime(startsAt))
        : texts.published(next);
    toaster.show({ message: said, undo: () => void undo() });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.publishTitle(next)}
      onSubmit={() => void publish()}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {when === 'now' ? texts.publishNow : texts.schedule}
          </Button>
        </>
      }
    >
      <div class="stack roomy">
        <PublishConsequences published={published} changes={changes} />
        <div>
          <RadioSegment
            label={texts.when}
            value={when}
            onChange={setWhen}
            options={[
              { value: 'now', label: texts.now },
              { value: 'later', label: texts.later },
            ]}
          />
        </div>
        {when === 'later' && (
          <div class="fields two">
            <InstantField
              label={texts.startsAt}
              error={startError}
              value={startsAt}
              onInstant={setStartsAt}
              hint={texts.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}
            />
            <InstantField
              label={texts.endsAt}
              error={endError}
              optional
              value={endsAt}
              onInstant={setEndsAt}
            />
          </div>
        )}
        <Field label={texts.note} hint={texts.noteHint} optional>
          <Input value={note} maxLength={500} onValue={setNote} />
        </Field>
        {unsaved && (
          <Notice tone="bad" live="assertive">
            {texts.stillUnsaved}
          </Notice>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.overtaken : texts.notPublished}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
