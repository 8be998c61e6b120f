import type { audience } from '@banso/contract';
import { type DecisiveLeaf, decisiveLeaves } from '@banso/domain/targeting';
import { Avatar, CheckIcon, CloseIcon, HelpIcon, Icon } from '@banso/ui';
import { formatDay, formatLanguage, formatNumber } from '../../../texts/format.ts';
import { useFormFrame } from '../frame/form-frame.ts';
import { namedTraitOf } from '../model/new-leaf.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { decisiveWords } from './condition-words.ts';
import { useContentNames } from './use-content-names.ts';

/** More reasons than these are counted only. */
const SHOWN = 3;
const ICONS = { match: CheckIcon, no_match: CloseIcon, unknown: HelpIcon };

/** One person with what decided whether they are in the audience. */
export function ExamplePerson({ person }: { person: audience.AudienceExample }) {
  const texts = wordsOf('reach');
  const { audience: form } = useFormFrame();
  const { nameOf } = useContentNames();
  const name = person.name ?? person.email ?? person.externalId ?? texts.anonymous;
  const leaves = decisiveLeaves(person.explanation);
  const isUnproven = form.verifiedOnly && !person.verified;
  return (
    <li>
      <Avatar name={name} />
      <div class="grow">
        <a href={`/console/contacts/${person.id}`}>{name}</a>{' '}
        {person.account && <span class="muted">{person.account.name}</span>}
        <ul class="reach-r">
          {isUnproven && person.explanation.outcome === 'match' && (
            <li>
              <Icon of={CloseIcon} size="s" />
              <span>{texts.unproven}</span>
            </li>
          )}
          {leaves.slice(0, SHOWN).map((leaf, at) => (
            <li key={at}>
              <Icon of={ICONS[leaf.outcome]} size="s" />
              <span>
                <span class="vh">{texts.outcome[leaf.outcome]} </span>
                {decisiveWords(leaf, nameOf)} <span class="muted">{foundWords(leaf)}</span>
              </span>
            </li>
          ))}
          {leaves.length > SHOWN && <li class="muted">{texts.more(leaves.length - SHOWN)}</li>}
        </ul>
      </div>
    </li>
  );
}

function foundWords({ leaf, found, outcome }: DecisiveLeaf): string {
  const texts = wordsOf('reach');
  if (leaf.type === 'sample') return '';
  if (found === undefined) return outcome === 'unknown' ? texts.notKnown : '';
  const isDay =
    leaf.type === 'content' ||
    (leaf.type === 'answer' && leaf.op === 'answered') ||
    (leaf.type === 'trait' && ['before', 'after'].includes(leaf.op));
  if (isDay && !Number.isNaN(Date.parse(`${found}`))) return texts.found(formatDay(`${found}`));
  const named = leaf.type === 'trait' ? namedTraitOf(leaf) : undefined;
  if (named) {
    const words: Readonly<Record<string, string>> = wordsOf('conditions').named[named];
    return texts.found(words[`${found}`] ?? `${found}`);
  }
  if (leaf.type === 'locale') return texts.found(formatLanguage(`${found}`));
  if (typeof found === 'boolean')
    return texts.found(found ? wordsOf('conditions').yes : wordsOf('conditions').no);
  return texts.found(typeof found === 'number' ? formatNumber(found) : found);
}
