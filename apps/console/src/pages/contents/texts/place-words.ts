import type { ContentKind } from '@banso/domain/content';
import type { EditorWords } from './en/words.ts';
import { wordsOf } from './editor-words.ts';

/** The name of a place in a draft, for a sentence or a line: "Step 2, title". */
export function placeWords(kind: ContentKind, path: string): string {
  const [, key, inside] = /^variants\.(\w)(?:\.(.*))?$/.exec(path) ?? [];
  if (key !== undefined) {
    const variant = wordsOf('places').variant(key.toUpperCase());
    return inside === undefined ? variant : wordsOf('places').inside(variant, placeWords(kind, inside));
  }
  const { group, field } = placeParts(kind, path);
  if (group === undefined) return capital(field ?? path);
  return field === undefined ? group : wordsOf('places').inside(group, field);
}

/** The name of a place in two parts: the step or question that it is in, and what it is there. */
export function placeParts(
  kind: ContentKind,
  path: string,
): { group: string | undefined; field: string | undefined } {
  const texts = wordsOf('places');
  const [head = '', index] = path.split('.');
  const number = Number(index) + 1;
  const item = head === 'steps' || head === 'questions' ? index !== undefined : false;
  const group = item ? (kind === 'survey' ? texts.question(number) : texts.step(number)) : undefined;
  const option = /\.options\.(\d+)\.text$/.exec(path)?.[1];
  if (option !== undefined) return { group, field: texts.option(Number(option) + 1) };
  return { group, field: nameOf(texts.names, item ? path.replace(/^(\w+)\.\d+/, '$1.*') : path) };
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
