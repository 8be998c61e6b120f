import type * as decision from '@banso/contract/decision';
import type { HoldReason } from '@banso/domain/decide';
import { formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { decisiveWords } from '../contents/audience/condition-words.ts';
import { wordsOf } from '../contents/texts/editor-words.ts';
import { decisionTexts } from './texts.ts';
import type { NameOf, Told } from './told.ts';
import { toldOf } from './told.ts';

type Decision = decision.Decision;
/** What can be told of one verdict, wherever it comes from. */
type Verdict = Pick<Decision, 'outcome' | 'reason' | 'because'>;

type Clause = (told: Told) => string;

/** How a person is called. */
export const personName = ({ name, email, externalId }: Decision['contact']): string =>
  name ?? email ?? externalId ?? textsOf(decisionTexts).somebody;

/**
 * A decision as one plain sentence: who, what, when and why. Needs the words of the editors, for audiences.
 * @param who - The person's name, where the page is not about them.
 */
export function decisionSentence(one: Decision, nameOf: NameOf, who = personName(one.contact)): string {
  const { sentence } = textsOf(decisionTexts);
  const { at, source, outcome, reason, content, because } = one;
  const parts = [formatTime(at), who, content.name] as const;
  if (outcome === 'held') {
    const start =
      source === 'claim' ? sentence.refused : content.kind === 'survey' ? sentence.survey : sentence.held;
    return sentence.because(start(...parts), becauseWords(reason, because, at, nameOf));
  }
  const plain = reason === 'granted' ? sentence.granted(...parts) : sentence[outcome](...parts);
  const shown = because.variant ? sentence.variant(plain, because.variant.name) : plain;
  return because.waits === undefined
    ? shown
    : sentence.waits(shown, becauseWords(because.waits, {}, at, nameOf));
}

/** A verdict in a few words: where it is, and why. */
export function verdictWords({ outcome, reason, because }: Verdict, at: string, nameOf: NameOf): string {
  const { outcomes, short } = textsOf(decisionTexts);
  if (outcome === 'held') return `${outcomes.held}: ${becauseWords(reason, because, at, nameOf)}`;
  return reason === 'eligible' ? outcomes[outcome] : `${outcomes[outcome]}: ${short[reason]}`;
}

/** The clause behind "because". A reason without one is said by its short name. */
function becauseWords(
  reason: Decision['reason'],
  because: Decision['because'],
  at: string,
  nameOf: NameOf,
): string {
  const texts = textsOf(decisionTexts);
  const told = toldOf(because, at, (id) => nameOf(id) ?? texts.otherContent, leavesWords(because, nameOf));
  // every reason to hold has a clause: one that is new does not compile without
  const clauses: Readonly<Record<HoldReason, Clause>> = texts.because;
  const some: Readonly<Partial<Record<Decision['reason'], Clause>>> = clauses;
  return some[reason]?.(told) ?? texts.short[reason];
}

function leavesWords({ leaves }: Decision['because'], nameOf: NameOf): string | undefined {
  if (leaves === undefined || leaves.length === 0) return undefined;
  const words = wordsOf('reach');
  return leaves
    .map((leaf) => {
      const { outcome, found } = leaf;
      const asked = decisiveWords(leaf, (id) => nameOf(id) ?? id);
      const seen =
        found === undefined ? (outcome === 'unknown' ? words.notKnown : '') : words.found(`${found}`);
      return `${asked} ${seen}`.trim();
    })
    .join('; ');
}
