import type { PreviewAs } from '@banso/contract/preview';
import { verdictWords } from '../../decisions/decision-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Whether the person would get the draft, and why. */
export function PreviewVerdict({ found: { verdict, at } }: { found: PreviewAs }) {
  const texts = wordsOf('publish');
  const { nameOf } = useContentNames();
  const variant = verdict.because.variant?.name;
  return (
    <p class="hint" role="status">
      {texts.asVerdict(verdictWords(verdict, at, nameOf))}
      {variant !== undefined && ` ${texts.asVariant(variant)}`}
    </p>
  );
}
