import type { DemoLocale } from '../words.ts';

/**
 * Customers as whom the playground lets people look at the product. Each is due for the relationship survey, and their
 * company's checklist has an open step that a person ticks. The playground names the same three.
 */
export interface Persona {
  externalId: string;
  /** The account's external id. */
  account: string;
  name: string;
  email: string;
  locale: DemoLocale;
  role: 'admin';
  department: string;
}

export const PERSONAS: readonly Persona[] = [
  {
    externalId: 'kn-u-2001',
    account: 'kanade',
    name: '藤原 彩',
    email: 'aya.fujiwara@kanade.example',
    locale: 'ja',
    role: 'admin',
    department: '設計',
  },
  {
    externalId: 'kn-u-2002',
    account: 'byeolmuri',
    name: '박지우',
    email: 'jiwoo.park@byeolmuri.example',
    locale: 'ko',
    role: 'admin',
    department: '편집',
  },
  {
    externalId: 'kn-u-2003',
    account: 'tern',
    name: 'Emma Clarke',
    email: 'emma.clarke@tern.example',
    locale: 'en',
    role: 'admin',
    department: 'Practice management',
  },
];
