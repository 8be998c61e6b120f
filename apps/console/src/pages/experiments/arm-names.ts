import { type Arm, type Experiment, shareOf, variantOfArm } from '@banso/domain/experiment';
import { textsOf } from '../../texts/use-texts.ts';
import { experimentTexts } from './texts.ts';

/** What an arm is called: as its plan calls the variant, else by what it gets. */
export function armName({ variants }: Experiment, arm: Arm): string {
  const texts = textsOf(experimentTexts);
  const variant = variantOfArm(arm);
  if (variant === undefined) return texts.without;
  return (variants && shareOf(variants, variant)?.name) || texts.columns.content;
}
