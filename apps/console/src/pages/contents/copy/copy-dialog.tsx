import { Button, Checkbox, Dialog, Field, Notice, Select, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { me, workspace } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { asWhole } from '../frame/as-whole.ts';
import { CopyDone } from './copy-done.tsx';
import { CopyPreview } from './copy-preview.tsx';
import { copyTexts } from './texts.ts';
import { type CopyState, useCopy } from './use-copy.ts';

/** Copies the draft into another workspace of the organisation, after saying what that does there. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(copyTexts);
  const others = (me.value?.workspaces ?? []).filter(({ id }) => id !== workspace.value?.id);
  const [target, setTarget] = useState(others[0]?.id ?? '');
  const [isReplaced, setReplaced] = useState(false);
  const [copied, setCopied] = useState<string | null>();
  const submit = useSubmit();
  const { state, copy, look } = useCopy(target);
  const there = others.find(({ id }) => id === target)?.name ?? '';
  const plan = state.status === 'ready' ? state.plan : undefined;
  const isSame = plan?.own.outcome === 'unchanged';
  const isHeld = plan?.own.conflict != null && !isReplaced;

  const choose = (to: string) => {
    setTarget(to);
    setReplaced(false);
  };
  const run = async () => {
    if (!plan || isHeld) return;
    await submit.run(async () => setCopied(await copy(plan).catch(asWhole)));
  };
  const compareAgain = () => {
    setReplaced(false);
    look();
  };
  if (copied !== undefined) return <CopyDone target={target} there={there} id={copied} onClose={onClose} />;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button onClick={onClose}>{isSame ? texts.close : texts.cancel}</Button>
          {plan && !isSame && (
            <Button
              variant="primary"
              busy={submit.busy}
              disabledReason={isHeld ? texts.conflictFirst : undefined}
              onClick={() => void run()}
            >
              {texts.copy}
            </Button>
          )}
        </>
      }
    >
      <div class="stack roomy">
        <Field label={texts.to}>
          <Select
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={target}
            onValue={choose}
          />
        </Field>
        {state.status === 'looking' && <Skeleton shape="text" />}
        {state.status === 'failed' && <Failure state={state} />}
        {plan && (
          <div class="stack roomy" role="status">
            <CopyPreview plan={plan} there={there} />
          </div>
        )}
        {plan?.own.conflict && <Checkbox label={texts.replace} checked={isReplaced} onChange={setReplaced} />}
        {submit.problem && (
          <Notice
            tone="bad"
            live="assertive"
            title={texts.notDone}
            action={
              <Button small onClick={compareAgain}>
                {texts.lookAgain}
              </Button>
            }
          >
            {submit.problem.code === 'conflict' ? texts.overtaken : undefined}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function Failure({ state: { why, retry } }: { state: Extract<CopyState, { status: 'failed' }> }) {
  const texts = textsOf(copyTexts);
  const words = () => {
    if (why === 'unsaved') return texts.unsaved;
    if (why.status === 0) return texts.offline;
    const is = (wanted: string) => why.errors.some(({ code }) => code === wanted);
    if (is('unknown_reference')) return texts.lost;
    if (is('unknown_here')) return texts.ownIds;
    return is('taken') ? texts.taken : why.message;
  };
  return (
    <Notice
      tone="bad"
      live="assertive"
      title={texts.notLooked}
      action={
        <Button small onClick={retry}>
          {texts.again}
        </Button>
      }
    >
      {words()}
    </Notice>
  );
}
