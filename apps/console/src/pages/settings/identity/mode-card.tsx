import { Button, Card, Dialog, Notice } from '@banso/ui';
import { useId, useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import type { Answer } from '../../../data/api.ts';
import { may } from '../../../data/session.ts';
import type { Workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useKeys } from '../use-keys.ts';
import { changeWorkspace, reloadWorkspace } from '../use-workspace.ts';
import { identityTexts } from './texts.ts';

type Mode = Workspace['identityMode'];
const MODES: readonly Mode[] = ['required', 'measure'];

/**
 * Whether people without a token are turned away. Turning them away is asked for once more when it would be noticed.
 * @param without - Sessions of the last 24 hours that had no valid token.
 */
export function ModeCard({ read, without }: { read: Answer<Workspace>; without: number }) {
  const texts = textsOf(identityTexts);
  const group = useId();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState<Mode>();
  const keys = useKeys();
  const noKey = keys.isSuccess && !keys.data.data.data.some(({ kind }) => kind === 'identity');
  const mode = pending ?? read.data.identityMode;
  const canChange = may('administer');

  const set = async (to: Mode, etag: string | undefined, undoable: boolean) => {
    setPending(to);
    try {
      const answer = await changeWorkspace({ identityMode: to }, etag);
      const back = to === 'required' ? 'measure' : 'required';
      toaster.show({
        message: texts.changed[to],
        ...(undoable && { undo: () => void set(back, answer.etag, false) }),
      });
    } catch (error) {
      const conflict = error instanceof ApiError && error.status === 412;
      toaster.show({ message: conflict ? texts.conflict : texts.notChanged });
      if (conflict) await reloadWorkspace().catch(() => undefined); // shown as it was until the next read
    } finally {
      setPending(undefined);
    }
  };
  const choose = (to: Mode) => {
    if (to === mode || !canChange) return;
    if (to === 'required' && (without > 0 || noKey)) setAsking(true);
    else void set(to, read.etag, true);
  };

  return (
    <Card title={texts.mode}>
      <div class="stack roomy">
        <div class="set-choices" role="radiogroup" aria-label={texts.mode}>
          {MODES.map((each) => (
            <label key={each} class={each === mode ? 'on' : undefined}>
              <input
                type="radio"
                name={group}
                value={each}
                checked={each === mode}
                disabled={!canChange}
                // the choice may wait for the dialog: what is shown as chosen is what is so
                onClick={(event) => {
                  event.preventDefault();
                  choose(each);
                }}
                aria-labelledby={`${group}-${each}-name`}
                aria-describedby={`${group}-${each}`}
              />
              <span class="grow">
                <span class="med" id={`${group}-${each}-name`}>
                  {texts.modes[each].title}
                </span>
                <span class="muted" id={`${group}-${each}`}>
                  {texts.modes[each].what}
                </span>
              </span>
            </label>
          ))}
        </div>
        <p class="muted xs">{texts.visitors}</p>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.confirm}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{texts.cancel}</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false);
                void set('required', read.etag, true);
              }}
            >
              {texts.turnAway}
            </Button>
          </>
        }
      >
        <div class="stack">
          {noKey && <Notice tone="warn">{texts.noKeyYet}</Notice>}
          {without > 0 && <p>{texts.confirmWhat(texts.sessionsWithout(without, formatNumber(without)))}</p>}
          <p class="ink2">{texts.confirmThen}</p>
        </div>
      </Dialog>
    </Card>
  );
}
