import { type ContentKind, type DraftChange, type LocalizedText, textIn } from '@banso/domain/content';
import { language } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { conditionWords } from '../audience/condition-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import { wordsDiff } from '../model/text-diff.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { placeWords } from '../texts/place-words.ts';
import { useValueWords } from '../texts/use-value-words.ts';

const GROUPS = ['content', 'audience', 'delivery', 'languages'] as const;

function groupOf({ path }: DraftChange): (typeof GROUPS)[number] {
  if (path.startsWith('delivery.audience')) return 'audience';
  if (path.startsWith('delivery.')) return 'delivery';
  return path === 'locales' || path === 'defaultLocale' ? 'languages' : 'content';
}

/** Differences between two drafts in words, by what they are about: what was red is out, what is green is in. */
export function ChangeList({ kind, changes }: { kind: ContentKind; changes: readonly DraftChange[] }) {
  const texts = textsOf(lifecycleTexts).changes;
  const groups = GROUPS.map((group) => ({
    group,
    changes: changes.filter((change) => groupOf(change) === group),
  })).filter((each) => each.changes.length > 0);
  if (groups.length === 0) return <p class="muted">{texts.none}</p>;
  return (
    <>
      {groups.map(({ group, changes: own }) => (
        <section key={group} aria-label={texts.groups[group]}>
          {groups.length > 1 && <h4 class="muted xs">{texts.groups[group]}</h4>}
          <ul class="diff">
            {own.map((change, index) => (
              <OneChange key={`${index} ${change.path}`} kind={kind} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function OneChange({ kind, change }: { kind: ContentKind; change: DraftChange }) {
  const texts = textsOf(lifecycleTexts).changes;
  const editor = wordsOf('editor');
  const words = useValueWords();
  const { nameOf } = useContentNames();
  const place = placeWords(kind, change.path);
  const title = (text: LocalizedText) => textIn(text, language.value, language.value) || editor.untitled;
  switch (change.type) {
    case 'text':
      return (
        <li>
          <span class="muted">
            {place}
            {editor.inLanguage(formatLanguage(change.locale))}
          </span>
          <span lang={change.locale}>
            {wordsDiff(change.from, change.to, change.locale).map(({ type, text }, index) => {
              if (type === 'out') return <del key={index}>{text}</del>;
              return type === 'in' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
            })}
          </span>
        </li>
      );
    case 'added':
    case 'removed':
      return <li class="diff-w">{texts[change.type](place, title(change.title))}</li>;
    case 'moved':
      return <li class="diff-w">{texts.moved(title(change.title), change.from + 1, change.to + 1)}</li>;
    case 'part_added':
    case 'part_removed': {
      const say = change.type === 'part_added' ? texts.partAdded : texts.partRemoved;
      return (
        <li>
          <span class="muted">{place}</span>
          <span>{say(conditionWords(change.part, nameOf))}</span>
        </li>
      );
    }
    case 'setting':
      return (
        <li>
          <span class="muted">{place}</span>
          <span>{texts.changed(words(change.path, change.from), words(change.path, change.to))}</span>
        </li>
      );
    default:
      return change satisfies never;
  }
}
