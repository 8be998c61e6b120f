/** Languages of the product. */
export type Language = 'en' | 'ja' | 'ko';

/** Somebody who is signed in at Kumo Notes. */
export interface Customer {
  /** The user id; the demo's data knows the same three. */
  id: string;
  name: string;
  email: string;
  language: Language;
  /** What their language calls itself. */
  languageName: string;
  /** One or two letters for a face. */
  initials: string;
  company: { id: string; name: string };
}

/** As whom one can look at the product. */
export const CUSTOMERS: readonly Customer[] = [
  {
    id: 'kn-u-2001',
    name: '藤原 彩',
    email: 'aya.fujiwara@kanade.example',
    language: 'ja',
    languageName: '日本語',
    initials: '藤',
    company: { id: 'kanade', name: 'カナデ設計事務所' },
  },
  {
    id: 'kn-u-2002',
    name: '박지우',
    email: 'jiwoo.park@byeolmuri.example',
    language: 'ko',
    languageName: '한국어',
    initials: '박',
    company: { id: 'byeolmuri', name: '별무리출판' },
  },
  {
    id: 'kn-u-2003',
    name: 'Emma Clarke',
    email: 'emma.clarke@tern.example',
    language: 'en',
    languageName: 'English',
    initials: 'EC',
    company: { id: 'tern', name: 'Tern Architects' },
  },
];

/** The customer with this id or this language; undefined when there is none. */
export function findCustomer(idOrLanguage: string | null): Customer | undefined {
  return CUSTOMERS.find(({ id, language }) => id === idOrLanguage || language === idOrLanguage);
}
