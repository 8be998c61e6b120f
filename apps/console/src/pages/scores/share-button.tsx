import { Button, CheckIcon, LinkIcon, useCopy } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { scoreTexts } from './texts.ts';

/** Copies an address that shows the same numbers whenever it is opened: its period has fixed ends. */
export function ShareButton({ address }: { address: string }) {
  const texts = textsOf(scoreTexts);
  const { state, copy } = useCopy();
  const said = { idle: '', copied: texts.copied, failed: texts.copyFailed }[state];
  return (
    <>
      <Button
        variant="ghost"
        small
        icon={state === 'copied' ? CheckIcon : LinkIcon}
        onClick={() => copy(address)}
      >
        {state === 'copied' ? texts.copied : texts.share}
      </Button>
      <span class={state === 'failed' ? 'hint err' : 'vh'} role="status">
        {said}
      </span>
    </>
  );
}
