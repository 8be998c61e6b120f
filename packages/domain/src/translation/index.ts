export { isMarkdown } from './markdown-fields.ts';
export { pseudoBody } from './pseudo.ts';
export { completeness, draftUnits, openTexts, translationUnits, withTranslations } from './translations.ts';
export type { Completeness, OpenText, TranslationUnit } from './translations.ts';
