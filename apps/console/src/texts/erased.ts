import type { Catalogue } from './use-texts.ts';
import { textsOf } from './use-texts.ts';

const texts: Catalogue<{ customer: string }> = {
  en: { customer: 'Erased customer' },
  ja: { customer: '消去済みの顧客' },
  ko: { customer: '지워진 고객' },
};

/** What stands in the place of a name when everything was removed that told who somebody is. */
export const erasedName = (): string => textsOf(texts).customer;
