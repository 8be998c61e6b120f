import type { Catalogue } from '../../../texts/use-texts.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';

/** Words of imports and exports. */
export const dataTexts: Catalogue<typeof en> = { en, ja, ko };
