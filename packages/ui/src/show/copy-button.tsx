import type { JSX } from 'preact';
import { Button } from '../controls/button.tsx';
import { CheckIcon, CopyIcon } from '../icons.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { useCopy } from './use-copy.ts';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  text: string;
  /** What is copied, read out after "Copy". */
  name: string;
}

/** Copies a text, shows it worked, and says so. */
export function CopyButton({ text, name }: CopyButtonProps): JSX.Element {
  const texts = useUiTexts();
  const { state, copy } = useCopy();
  const said = { idle: '', copied: texts.copied, failed: texts.copyFailed }[state];
  return (
    <>
      <Button
        variant="ghost"
        small
        icon={state === 'copied' ? CheckIcon : CopyIcon}
        aria-label={`${texts.copy}: ${name}`}
        onClick={() => copy(text)}
      >
        {state === 'copied' ? texts.copied : texts.copy}
      </Button>
      <span class={state === 'failed' ? 'hint err' : 'vh'} role="status">
        {said}
      </span>
    </>
  );
}
