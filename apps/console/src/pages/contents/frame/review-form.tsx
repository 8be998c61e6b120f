import { APPROVERS, organisation } from '@banso/contract';
import { reviewRefusal, type ReviewState } from '@banso/domain/content';
import { Button, Field, Notice, Select, Status, type StatusTone, TextArea } from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages } from '../../../data/query.ts';
import { may, me, workspace } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { Stored } from '../model/content-draft.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { useEditor } from './editor-context.ts';

/** The tone in which a review's state is shown. */
export const REVIEW_TONES: Readonly<Record<ReviewState, StatusTone>> = {
  requested: 'info',
  changes_requested: 'warn',
  approved: 'good',
  outdated: 'warn',
};

/** How the draft stands with its reviewers, and the next thing to do: ask somebody, or answer. */
export function ReviewForm() {
  const texts = textsOf(lifecycleTexts).review;
  const { model } = useEditor();
  const { review, draftedBy, status } = model.record.value;
  const isRequired = workspace.value?.requireApproval ?? false;
  const member = me.value?.member;
  const refusal = reviewRefusal({
    isApprover: APPROVERS.some((role) => role === member?.role),
    isOwner: member?.role === 'owner',
    isOwnEdit: draftedBy !== null && draftedBy.id === member?.id,
    isRequired,
  });
  const [unsaved, setUnsaved] = useState(false);
  const submit = useSubmit();

  /** What is read is what the server has. */
  const send = async (work: (etag: string | undefined) => Promise<Stored>, done: string) => {
    setUnsaved(false);
    if (!(await model.flush())) {
      setUnsaved(true);
      return false;
    }
    const sent = await submit.run(() => model.act(work));
    if (sent) toaster.show({ message: done });
    return sent;
  };

  const name = (person: { name: string } | null) => person?.name ?? texts.somebody;
  return (
    <section class="stack" aria-label={texts.title}>
      {review ? (
        <>
          <Status tone={REVIEW_TONES[review.state]} label={texts.state[review.state]} />
          {review.requestedAt && (
            <p>
              {texts.asked(name(review.requestedBy), formatNear(review.requestedAt))}{' '}
              {review.state === 'requested' &&
                (review.reviewer ? texts.waitsFor(review.reviewer.name) : texts.waitsForAny)}
            </p>
          )}
          {review.note !== '' && <blockquote class="said">{review.note}</blockquote>}
          {review.decidedAt && <p>{texts.decided(name(review.decidedBy), formatNear(review.decidedAt))}</p>}
          {review.comment !== '' && <blockquote class="said">{review.comment}</blockquote>}
          {review.state === 'outdated' && <p>{texts.outdated}</p>}
        </>
      ) : (
        <p class="muted">{texts.none}</p>
      )}
      {isRequired && review?.state !== 'approved' && <p class="muted">{texts.required}</p>}
      {status !== 'archived' &&
        may('write') &&
        review?.state !== 'requested' &&
        review?.state !== 'approved' && <Ask send={send} busy={submit.busy} />}
      {status !== 'archived' && may('publish') && review?.state !== 'approved' && (
        <Answer send={send} busy={submit.busy} refusal={refusal} />
      )}
      {unsaved && (
        <Notice tone="bad" live="assertive">
          {texts.unsaved}
        </Notice>
      )}
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {submit.problem.status === 412 ? texts.overtaken : texts.failed}
        </Notice>
      )}
    </section>
  );
}

type Send = (work: (etag: string | undefined) => Promise<Stored>, done: string) => Promise<boolean>;

function Ask({ send, busy }: { send: Send; busy: boolean }) {
  const texts = textsOf(lifecycleTexts).review;
  const { model } = useEditor();
  const [reviewer, setReviewer] = useState('');
  const [note, setNote] = useState('');
  const members = usePages('/v1/members', organisation.Member, { limit: 200 });
  const others = (members.data?.pages ?? [])
    .flatMap(({ data }) => data)
    .filter(({ id, role }) => APPROVERS.includes(role) && id !== me.value?.member.id);
  const ask = async () => {
    const request = { note: note.trim(), ...(reviewer !== '' && { reviewer }) };
    if (await send((etag) => model.api.requestReview(request, etag), texts.done.requested)) setNote('');
  };
  return (
    <div class="stack">
      <Field label={texts.reviewer}>
        <Select
          value={reviewer}
          onValue={setReviewer}
          options={[
            { value: '', label: texts.anybody },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field label={texts.note} optional>
        <TextArea value={note} maxLength={2_000} onValue={setNote} rows={2} />
      </Field>
      <div>
        <Button busy={busy} onClick={() => void ask()}>
          {texts.ask}
        </Button>
      </div>
    </div>
  );
}

function Answer({
  send,
  busy,
  refusal,
}: {
  send: Send;
  busy: boolean;
  refusal: ReturnType<typeof reviewRefusal>;
}) {
  const texts = textsOf(lifecycleTexts).review;
  const { model } = useEditor();
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  if (refusal === 'not_approver') return <p class="muted">{texts.notApprover}</p>;
  const said = comment.trim();
  const approve = async () => {
    if (await send((etag) => model.api.approve(said, etag), texts.done.approved)) setComment('');
  };
  const refuse = async () => {
    setTried(true);
    if (said === '') return;
    if (await send((etag) => model.api.requestChanges(said, etag), texts.done.changes_requested))
      setComment('');
  };
  return (
    <div class="stack">
      <Field label={texts.answer} optional error={tried && said === '' ? texts.answerNeeded : undefined}>
        <TextArea value={comment} maxLength={2_000} onValue={setComment} rows={2} />
      </Field>
      <div class="row wrap">
        <Button
          variant="primary"
          busy={busy}
          disabledReason={refusal === 'own_edit' ? texts.ownEdit : undefined}
          onClick={() => void approve()}
        >
          {texts.approve}
        </Button>
        <Button busy={busy} onClick={() => void refuse()}>
          {texts.requestChanges}
        </Button>
      </div>
    </div>
  );
}
