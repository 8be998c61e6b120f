import { AlertIcon, Button, CheckIcon, CopyIcon, Dialog, Notice, useCopy } from '@banso/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import type { KeyCreated } from './keys-section.tsx';
import { keyTexts } from './texts.ts';

/** Where a key belongs on the customer's server. */
const VARIABLES = { secret: 'BANSO_SECRET_KEY', identity: 'BANSO_IDENTITY_SECRET' } as const;

/** The only time that a key is seen: closing it without a copy is asked for once more, then the key is gone. */
export function ShownOnce({ made, onClose }: { made: KeyCreated; onClose: () => void }) {
  const texts = textsOf(keyTexts);
  const { state, copy } = useCopy();
  const wasCopied = useRef(false);
  const [warned, setWarned] = useState(false);
  const text = useRef<HTMLElement>(null);
  if (state === 'copied') wasCopied.current = true;
  const once = made.kind !== 'publishable';

  // Where the clipboard is refused the text is selected, one key press from being copied.
  useEffect(() => {
    if (state === 'failed' && text.current) getSelection()?.selectAllChildren(text.current);
  }, [state]);
  // Copied by hand is copied, too.
  const onCopy = () => {
    wasCopied.current = true;
  };

  const close = () => {
    if (once && !wasCopied.current && !warned) setWarned(true);
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      title={texts.shownTitle}
      actions={
        warned ? (
          <>
            <Button variant="danger" onClick={onClose}>
              {texts.closeAnyway}
            </Button>
            <Button variant="primary" onClick={() => setWarned(false)}>
              {texts.stay}
            </Button>
          </>
        ) : (
          <Button variant={wasCopied.current ? 'primary' : 'secondary'} onClick={close}>
            {texts.stored}
          </Button>
        )
      }
    >
      <div class="stack roomy">
        {warned ? (
          <Notice tone="bad" icon={AlertIcon} live="assertive" title={texts.notCopied}>
            {texts.notCopiedWhat}
          </Notice>
        ) : once ? (
          <Notice tone="warn">{texts.shownWhat}</Notice>
        ) : (
          <Notice tone="info">{texts.shownPublishable}</Notice>
        )}
        <div class="once" role="group" aria-label={made.name}>
          <code class="mono" ref={text} onCopy={onCopy}>
            {made.key}
          </code>
          <Button
            variant={wasCopied.current ? 'secondary' : 'primary'}
            icon={state === 'copied' ? CheckIcon : CopyIcon}
            onClick={() => copy(made.key ?? '')}
          >
            {state === 'copied' ? texts.copied : texts.copy}
          </Button>
        </div>
        <span class={state === 'failed' ? 'hint err' : 'vh'} role="status">
          {state === 'failed' ? texts.copyFailed : state === 'copied' ? texts.copied : ''}
        </span>
        {made.kind !== 'publishable' && <p class="muted">{texts.shownWhere(VARIABLES[made.kind])}</p>}
      </div>
    </Dialog>
  );
}
