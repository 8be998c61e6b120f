import type { Catalogue } from '../../texts/use-texts.ts';
import type { DecisionWords } from './words/en.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';

/** The words of what was decided and why. */
export const decisionTexts: Catalogue<DecisionWords> = { en, ja, ko };
