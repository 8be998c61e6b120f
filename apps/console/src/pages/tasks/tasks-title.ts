import { language } from '../../data/session.ts';

const TITLES = { en: 'Tasks', ja: 'タスク', ko: '작업' } as const;

/** What tasks are called, for whoever stands around them. */
export const tasksTitle = (): string => TITLES[language.value];
