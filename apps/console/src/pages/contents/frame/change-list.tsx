import { type ContentKind, textIn } from '@banso/domain/content';
import { language } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import type { Change } from '../model/changes.ts';
import { placeWords } from '../texts/place-words.ts';
import { useValueWords } from '../texts/use-value-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Differences between two drafts, one a line: what was red is out, what is green is in. */
export function ChangeList({ kind, changes }: { kind: ContentKind; changes: readonly Change[] }) {
  const texts = wordsOf('editor');
  const valueWords = useValueWords();
  return (
    <ul class="diff">
      {changes.map((change) => (
        <li key={`${change.type} ${change.path} ${change.type === 'text' ? change.locale : ''}`}>
          <span class="muted">
            {placeWords(kind, change.path)}
            {change.type === 'text' && texts.inLanguage(formatLanguage(change.locale))}
          </span>
          <span>
            <OneChange change={change} words={valueWords} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneChange({ change, words }: { change: Change; words: (path: string, value: unknown) => string }) {
  const texts = wordsOf('editor');
  switch (change.type) {
    case 'text':
      return (
        <span lang={change.locale}>
          {change.words.map((piece, index) => {
            if (piece.type === 'out') return <del key={index}>{piece.text}</del>;
            if (piece.type === 'in') return <ins key={index}>{piece.text}</ins>;
            return <span key={index}>{piece.text}</span>;
          })}
        </span>
      );
    case 'added':
      return (
        <>
          <ins>{textIn(change.title, language.value, language.value) || texts.untitled}</ins>{' '}
          <span class="muted">{texts.added}</span>
        </>
      );
    case 'removed':
      return (
        <>
          <del>{textIn(change.title, language.value, language.value) || texts.untitled}</del>{' '}
          <span class="muted">{texts.removed}</span>
        </>
      );
    case 'moved':
      return <>{texts.moved}</>;
    case 'setting':
      return (
        <>
          <del>{words(change.path, change.before)}</del> <ins>{words(change.path, change.after)}</ins>
        </>
      );
    default:
      return change satisfies never;
  }
}
