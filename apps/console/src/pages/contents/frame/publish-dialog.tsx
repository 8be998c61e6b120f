import type { DraftChange } from '@banso/domain/content';
import type { Midway } from '@banso/domain/onboarding';
import { wallClockIn } from '@banso/domain/time';
import { Button, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget } from '../../../data/query.ts';
import { useSubmit } from '../../../data/submit.ts';
import { timeZone, workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { listPath } from '../content-kind.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { publicationOf, restorePublication } from '../model/restore-publication.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { asWhole } from './as-whole.ts';
import { ChangeList } from './change-list.tsx';
import { useEditor } from './editor-context.ts';
import { LoadedPart } from './loaded-part.tsx';
import { PublishChecks } from './publish-checks.tsx';
import { PublishConsequences } from './publish-consequences.tsx';
import { type Schedule, ScheduleFields, timesOf } from './schedule-fields.tsx';
import { wordsOf } from '../texts/editor-words.ts';

const loadLinks = () => import('../links/link-findings.tsx').then((part) => part.LinkFindings);
const loadOutlook = () =>
  import('../outlook/publication-outlook.tsx').then((part) => part.PublicationOutlook);

/** Props of {@link PublishDialog}. */
export interface PublishDialogProps {
  /** Undefined for the first publication. */
  published: ContentVersion | undefined;
  changes: readonly DraftChange[];
  onClose: () => void;
}

/** The times of a draft that are still ahead, on the clocks of the workspace. */
function scheduleOf({
  startsAt,
  endsAt,
}: {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
}): Schedule {
  const zone = workspace.peek()?.timeZone ?? timeZone;
  const now = new Date().toISOString();
  const ahead = (at: string | undefined) => (at !== undefined && at > now ? wallClockIn(zone, at) : '');
  return { when: ahead(startsAt) === '' ? 'now' : 'later', zone, start: ahead(startsAt), end: ahead(endsAt) };
}

/** Says what publishing means for the people who are in the middle of it, and asks for a note and a time. */
export function PublishDialog({ published, changes, onClose }: PublishDialogProps) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const { delivery } = model.draft.value;
  const submit = useSubmit();
  const more = textsOf(lifecycleTexts);
  const [schedule, setSchedule] = useState(() => scheduleOf(delivery));
  const { startsAt, endsAt, wrong } = timesOf(schedule);
  const [note, setNote] = useState('');
  const [midway, setMidway] = useState<Midway>();
  const [tried, setTried] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const record = model.record.value;
  const next = record.lastVersion + 1;

  const publish = async () => {
    setTried(true);
    setUnsaved(false);
    if (wrong) return;
    if (!(await model.flush())) {
      setUnsaved(true);
      return;
    }
    const before = publicationOf(model);
    const isTimed = [startsAt, endsAt, delivery.startsAt, delivery.endsAt].some((at) => at !== undefined);
    const plan = { note: note.trim(), midway, isTimed, startsAt, endsAt };
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
    const now = model.record.peek();
    const isScheduled = now.status === 'scheduled' || now.next !== null;
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
            {schedule.when === 'now' ? texts.publishNow : texts.schedule}
          </Button>
        </>
      }
    >
      <div class="stack roomy publishing">
        <PublishConsequences hasReaders={published !== undefined && midway !== 'stay'} />
        <PublishChecks published={published} midway={midway} onMidway={setMidway} onLeave={onClose} />
        <LoadedPart load={loadLinks} props={{ onLeave: onClose, quiet: true }} shape="text" />
        <LoadedPart load={loadOutlook} props={{ startsAt, endsAt }} shape="text" />
        {published && changes.length > 0 && (
          <details>
            <summary>{texts.changesSince(changes.length, published.version)}</summary>
            <ChangeList kind={model.kind} changes={changes} />
          </details>
        )}
        <ScheduleFields value={schedule} tried={tried} onChange={setSchedule} />
        {record.next && (
          <p class="muted">{more.schedule.waits(record.next.version, formatTime(record.next.startsAt))}</p>
        )}
        {schedule.when === 'later' && record.status === 'published' && record.version !== null && (
          <p class="muted">{more.schedule.keepsLive(record.version)}</p>
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
            {submit.problem.code === 'approval_required'
              ? more.approvalNeeded
              : submit.problem.status === 412
                ? texts.overtaken
                : texts.notPublished}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
