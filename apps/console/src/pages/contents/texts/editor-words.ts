import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Language, language } from '../../../data/session.ts';
import type { EditorWords } from './en/words.ts';

/** An editor has many words: only those of the reader's language are loaded, and not with the page itself. */
const LOAD: Readonly<Record<Language, () => Promise<{ words: EditorWords }>>> = {
  en: () => import('./en/words.ts'),
  ja: () => import('./ja/words.ts'),
  ko: () => import('./ko/words.ts'),
};

type State = { status: 'loading' | 'failed' } | { status: 'ready'; language: Language; words: EditorWords };

const state = signal<State>({ status: 'loading' });

async function load(wanted: Language): Promise<void> {
  try {
    const { words } = await LOAD[wanted]();
    if (language.peek() === wanted) state.value = { status: 'ready', language: wanted, words };
  } catch {
    // What is on the screen stays in the language that it has.
    if (state.peek().status !== 'ready') state.value = { status: 'failed' };
  }
}

/**
 * Loads the words of the person's language, and those of another one when it is changed.
 * @returns whether {@link wordsOf} can be called, and how to try again.
 */
export function useEditorWords(): { status: State['status']; retry: () => void } {
  const wanted = language.value;
  useEffect(() => {
    const now = state.peek();
    if (now.status !== 'ready' || now.language !== wanted) void load(wanted);
  }, [wanted]);
  return { status: state.value.status, retry: () => void load(wanted) };
}

/**
 * The words of one part of the editors; a component that calls it follows a change of language.
 * @throws {Error} outside of an editor, which waits for the words: a mistake of ours.
 */
export function wordsOf<P extends keyof EditorWords>(part: P): EditorWords[P] {
  if (state.value.status !== 'ready') throw new Error('The words of the editors are not loaded');
  return state.value.words[part];
}
