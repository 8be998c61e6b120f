import type { Catalogue } from '../../texts/use-texts.ts';
import { en } from './texts/en.ts';
import { ja } from './texts/ja.ts';
import { ko } from './texts/ko.ts';

/** The words of the reports of scores. */
export const scoreTexts: Catalogue<typeof en> = { en, ja, ko };
