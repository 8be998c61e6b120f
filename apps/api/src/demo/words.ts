export { blocks, list, numbered, say } from '../contents/templates/words.ts';

/** Languages in which the demo's company writes to its customers. */
export const DEMO_LOCALES = ['en', 'ja', 'ko'] as const;
export type DemoLocale = (typeof DEMO_LOCALES)[number];
