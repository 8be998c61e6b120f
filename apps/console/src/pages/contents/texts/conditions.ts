import type { ContentPhase, Subject, TraitOperator } from '@banso/domain/targeting';
import { type Catalogue, plural } from '../../../texts/use-texts.ts';

type Operators = Readonly<Record<TraitOperator, string>>;
type Phases = Readonly<Record<ContentPhase, string>>;
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

const en = {
  everybody: 'everybody',
  nobody: 'nobody',
  and: ' and ',
  or: ' or ',
  not: (words: string) => `not “${words}”`,
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
  yes: 'yes',
  no: 'no',
};
const ja: typeof en = {
  everybody: '全員',
  nobody: '該当者なし',
  and: '、かつ',
  or: '、または',
  not: (words) => `「${words}」ではない`,
  group: (words) => `（${words}）`,
  subject: { contact: '個人', account: 'アカウント' },
  operator: {
    is: 'が次と同じ',
    is_not: 'が次と異なる',
    in: 'が次のいずれか',
    contains: 'が次を含む',
    starts_with: 'が次で始まる',
    greater: 'が次より大きい',
    at_least: 'が次以上',
    less: 'が次より小さい',
    at_most: 'が次以下',
    before: 'が次より前',
    after: 'が次より後',
    set: 'がわかっている',
    not_set: 'がわかっていない',
  },
  trait: (subject, key, operator, value) =>
    `${subject === 'account' ? 'アカウントの' : ''}${key} ${operator}${value === '' ? '' : `：${value}`}`,
  event: ({ name, not, atLeast, count, days, byAccount }) =>
    `${byAccount ? (not ? 'アカウントの誰も' : 'アカウントの誰かが') : ''}${days === null ? '' : `${days}日以内に`}${name}を${count}回${atLeast ? '以上' : '以下'}行って${not ? 'いない' : 'いる'}`,
  content: (name, phase, happened) => {
    const words = {
      shown: ['が表示された', 'が表示されていない'],
      opened: ['を開いた', 'を開いていない'],
      dismissed: ['を閉じた', 'を閉じていない'],
      answered: ['に回答した', 'に回答していない'],
      completed: ['を完了した', 'を完了していない'],
    }[phase];
    return `「${name}」${words[happened ? 0 : 1] ?? ''}`;
  },
  phase: {
    shown: '表示された',
    opened: '開いた',
    dismissed: '閉じた',
    answered: '回答した',
    completed: '完了した',
  },
  locale: (names, not) => `言語が${names}${not ? 'ではない' : ''}`,
  sample: (percent) => `${percent} % の固定の割合に入る`,
  yes: 'はい',
  no: 'いいえ',
};
const ko: typeof en = {
  everybody: '모두',
  nobody: '아무도 없음',
  and: ' 그리고 ',
  or: ' 또는 ',
  not: (words) => `“${words}”이(가) 아님`,
  group: (words) => `(${words})`,
  subject: { contact: '개인', account: '고객사' },
  operator: {
    is: '같음',
    is_not: '다름',
    in: '다음 중 하나',
    contains: '포함함',
    starts_with: '다음으로 시작함',
    greater: '초과',
    at_least: '이상',
    less: '미만',
    at_most: '이하',
    before: '이전',
    after: '이후',
    set: '알려져 있음',
    not_set: '알려져 있지 않음',
  },
  trait: (subject, key, operator, value) =>
    `${subject === 'account' ? '고객사의 ' : ''}${key} ${operator}${value === '' ? '' : `: ${value}`}`,
  event: ({ name, not, atLeast, count, days, byAccount }) =>
    `${byAccount ? (not ? '고객사의 아무도 ' : '고객사의 누군가가 ') : ''}${days === null ? '' : `${days}일 안에 `}${name}을(를) ${count}번 ${atLeast ? '이상' : '이하'} ${not ? '하지 않음' : '했음'}`,
  content: (name, phase, happened) => {
    const words = {
      shown: ['이(가) 표시됨', '이(가) 표시되지 않음'],
      opened: ['을(를) 열었음', '을(를) 열지 않음'],
      dismissed: ['을(를) 닫았음', '을(를) 닫지 않음'],
      answered: ['에 답했음', '에 답하지 않음'],
      completed: ['을(를) 완료함', '을(를) 완료하지 않음'],
    }[phase];
    return `“${name}”${words[happened ? 0 : 1] ?? ''}`;
  },
  phase: { shown: '표시됨', opened: '열었음', dismissed: '닫았음', answered: '답했음', completed: '완료함' },
  locale: (names, not) => `언어가 ${names}${not ? '이(가) 아님' : ''}`,
  sample: (percent) => `고정된 ${percent} %에 속함`,
  yes: '예',
  no: '아니요',
};

/** Conditions in words. */
export const conditionTexts: Catalogue<typeof en> = { en, ja, ko };
