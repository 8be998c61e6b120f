import type { ContentKind } from '@banso/domain/content';
import type { EditorWords } from './en/words.ts';
import { wordsOf } from './editor-words.ts';

/** The name of a place in a draft, for a sentence or a line: "Step 2, title". */
export function placeWords(kind: ContentKind, path: string): string {
  const texts = wordsOf('places');
  const [head = '', index] = path.split('.');
  const number = Number(index) + 1;
  const item = head === 'steps' || head === 'questions' ? index !== undefined : false;
  const outer = item ? (kind === 'survey' ? texts.question(number) : texts.step(number)) : undefined;
  const inner = nameOf(texts.names, item ? path.replace(/^(\w+)\.\d+/, '$1.*') : path);
  if (outer === undefined) return capital(inner ?? path);
  return inner === undefined ? outer : texts.inside(outer, inner);
}

/** The name of the field, or of the nearest thing that holds it: `steps.*.completeWhen.name` is part of "done when". */
function nameOf(names: EditorWords['places']['names'], path: string): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    if (at === 'steps.*' || at === 'questions.*') return undefined;
    if (Object.hasOwn(names, at)) return names[at as keyof EditorWords['places']['names']];
  }
  return undefined;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
