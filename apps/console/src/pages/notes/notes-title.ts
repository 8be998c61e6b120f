import { language } from '../../data/session.ts';

const TITLES = { en: 'Internal notes', ja: '社内メモ', ko: '내부 메모' } as const;

/** What internal notes are called, for whoever stands around them. */
export const notesTitle = (): string => TITLES[language.value];
