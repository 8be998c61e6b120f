import { textsOf } from '../../../texts/use-texts.ts';
import type { Wrong } from './rules.ts';
import { fatigueTexts } from './texts.ts';

/** What is wrong in a rule, in words; undefined: nothing. */
export function wordsOf(wrong: Wrong | undefined): string | undefined {
  const texts = textsOf(fatigueTexts).wrong;
  if (wrong === undefined) return undefined;
  return typeof wrong === 'object' ? texts.number(wrong.number) : texts[wrong];
}
