import type { organisation } from '@banso/contract';

/** The language among ours for somebody with this locale; English for all others. */
export function readerLanguage(locale: string | null): organisation.Language {
  const own = locale?.toLowerCase().split('-')[0];
  return own === 'ja' || own === 'ko' ? own : 'en';
}
