import type { HealthLevel } from '@banso/domain/health';
import type { account } from '@banso/contract';
import type { NpsBand } from '@banso/domain/statistics';
import type { AnswerOperator, ContentPhase, Subject, TraitOperator } from '@banso/domain/targeting';
import { plural } from '../../../../texts/use-texts.ts';

type Operators = Readonly<Record<TraitOperator, string>>;
type Phases = Readonly<Record<ContentPhase, string>>;
type Bands = Readonly<Record<NpsBand, string>>;
interface Named {
  readonly lifecycle: Readonly<Record<account.Lifecycle, string>>;
  readonly health: Readonly<Record<HealthLevel, string>>;
}
type Subjects = Readonly<Record<Subject, string>>;

/** What is said about an event that happened, or not. */
export interface EventWords {
  name: string;
  not: boolean;
  atLeast: boolean;
  count: number;
  /** `null`: ever. */
  days: number | null;
  byAccount: boolean;
}

/** Conditions in words, in English. */
export const conditions = {
  everybody: 'everybody',
  nobody: 'nobody',
  and: ' and ',
  or: ' or ',
  not: (words: string) => `not (${words})`,
  group: (words: string) => `(${words})`,
  subject: { contact: 'Person', account: 'Account' } satisfies Subjects as Subjects,
  operator: {
    is: 'is',
    is_not: 'is not',
    in: 'is one of',
    contains: 'contains',
    starts_with: 'starts with',
    greater: 'is more than',
    at_least: 'is at least',
    less: 'is less than',
    at_most: 'is at most',
    before: 'is before',
    after: 'is after',
    set: 'is known',
    not_set: 'is not known',
  } satisfies Operators as Operators,
  trait: (subject: Subject, key: string, operator: string, value: string) =>
    `${subject === 'account' ? 'account ' : ''}${key} ${operator}${value === '' ? '' : ` ${value}`}`,
  event: ({ name, not, atLeast, count, days, byAccount }: EventWords) =>
    `${byAccount ? (not ? 'nobody in the account has done' : 'somebody in the account has done') : not ? 'has not done' : 'has done'} ${name} ${atLeast ? 'at least' : 'at most'} ${plural(count, { one: 'once', other: `${count} times` })}${days === null ? '' : ` in ${days} days`}`,
  content: (name: string, phase: ContentPhase, happened: boolean) =>
    `${happened ? '' : 'not '}${{ shown: 'was shown', opened: 'opened', dismissed: 'closed', answered: 'answered', completed: 'completed' }[phase]} “${name}”`,
  phase: {
    shown: 'was shown',
    opened: 'opened',
    dismissed: 'closed',
    answered: 'answered',
    completed: 'completed',
  } satisfies Phases as Phases,
  locale: (names: string, not: boolean) => `${not ? 'does not read' : 'reads'} ${names}`,
  sample: (percent: number) => `is in a fixed share of ${percent} %`,
  segment: (name: string, not: boolean) => `${not ? 'is not' : 'is'} in “${name}”`,
  list: (subject: Subject, count: number | undefined, not: boolean) =>
    `${subject === 'account' ? 'account ' : ''}${not ? 'is not' : 'is'} on a list${count === undefined ? '' : ` of ${count}`}`,
  answer: (survey: string, said: string, days: number | null) =>
    `${said === '' ? 'answered' : `${said} in`} “${survey}”${days === null ? '' : ` in ${days} days`}`,
  said: (op: AnswerOperator, value: string) =>
    `${{ answered: 'answered', is: 'scored', at_least: 'scored at least', at_most: 'scored at most', band: 'was', chose: 'chose' }[op]} ${value}`,
  band: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' } satisfies Bands as Bands,
  within: (segment: string, words: string) => `“${segment}”: ${words}`,
  named: {
    lifecycle: {
      onboarding: 'Onboarding',
      adopting: 'Adopting',
      established: 'Established',
      at_risk: 'At risk',
      churned: 'Churned',
    },
    health: { good: 'good', average: 'average', poor: 'poor' },
  } satisfies Named as Named,
  yes: 'yes',
  no: 'no',
};
