import type { AnswerOperator, Subject } from '@banso/domain/targeting';
import type { Catalogue } from '../../../texts/use-texts.ts';
import { plural } from '../../../texts/use-texts.ts';

type Operators = Readonly<Record<AnswerOperator, string>>;
type Subjects = Readonly<Record<Subject, string>>;

const en = {
  survey: 'Survey',
  question: 'Question',
  anyQuestion: 'any question',
  test: 'What is asked of the answer',
  op: {
    answered: 'was answered',
    is: 'score is',
    at_least: 'score is at least',
    at_most: 'score is at most',
    band: 'band is',
    chose: 'chosen was one of',
  } satisfies Operators as Operators,
  score: 'Score',
  within: 'in',
  ids: { contact: 'Ids of people', account: 'Ids of accounts' } satisfies Subjects as Subjects,
  idsPlaceholder: 'One id a line',
  idsHint: {
    contact:
      'User ids of your product, or ids of this console (con_…). Anonymous visitors only have an id of this console.',
    account: 'Account ids of your product, or ids of this console (acc_…).',
  } satisfies Subjects as Subjects,
  listed: (count: number) => plural(count, { one: '1 id', other: `${count} ids` }),
  tooMany: (most: string) => `At most ${most} ids of 200 characters. Tell more people apart by a trait.`,
  fromFile: 'From a CSV file…',
};
const ja: typeof en = {
  survey: 'アンケート',
  question: '質問',
  anyQuestion: 'どの質問でも',
  test: '回答の条件',
  op: {
    answered: '回答した',
    is: '点数が次と同じ',
    at_least: '点数が次以上',
    at_most: '点数が次以下',
    band: '区分が次と同じ',
    chose: '次のいずれかを選んだ',
  },
  score: '点数',
  within: '期間：',
  ids: { contact: '人の ID', account: 'アカウントの ID' },
  idsPlaceholder: '1行に1つの ID',
  idsHint: {
    contact:
      '製品のユーザー ID、またはこの画面の ID（con_…）。匿名の訪問者にはこの画面の ID しかありません。',
    account: '製品のアカウント ID、またはこの画面の ID（acc_…）。',
  },
  listed: (count) => `${count}件の ID`,
  tooMany: (most) => `200文字までの ID を${most}件まで登録できます。それより多い場合は属性で分けてください。`,
  fromFile: 'CSV ファイルから…',
};
const ko: typeof en = {
  survey: '설문',
  question: '질문',
  anyQuestion: '모든 질문',
  test: '답변의 조건',
  op: {
    answered: '답했음',
    is: '점수가 다음과 같음',
    at_least: '점수가 다음 이상',
    at_most: '점수가 다음 이하',
    band: '구분이 다음과 같음',
    chose: '다음 중 하나를 고름',
  },
  score: '점수',
  within: '기간:',
  ids: { contact: '사람 ID', account: '고객사 ID' },
  idsPlaceholder: '한 줄에 ID 하나',
  idsHint: {
    contact: '제품의 사용자 ID 또는 이 콘솔의 ID(con_…). 익명 방문자에게는 이 콘솔의 ID만 있어요.',
    account: '제품의 고객사 ID 또는 이 콘솔의 ID(acc_…).',
  },
  listed: (count) => `ID ${count}개`,
  tooMany: (most) => `200자까지의 ID를 ${most}개까지 넣을 수 있어요. 더 많으면 속성으로 나눠 주세요.`,
  fromFile: 'CSV 파일에서…',
};

/** The words of conditions on survey answers and lists of ids; loaded with their fields. */
export const givenTexts: Catalogue<typeof en> = { en, ja, ko };
