import type { organisation } from '@banso/contract';
import type { ScoreKind } from '@banso/domain/statistics';

/** One answer as a message tells it. */
export interface ToldAnswer {
  who: string | null;
  account: string | null;
  survey: string;
  score: number | null;
  /** Null: there are none, or they may not leave. */
  words: string | null;
  url: string;
}

/** What a message of a rule tells. */
export type ToldAlert = { rule: string; isTest?: boolean } & (
  | { kind: 'answers'; count: number; answers: readonly ToldAnswer[]; url: string }
  | { kind: 'drop'; survey: string; scoreKind: ScoreKind; before: number; after: number; url: string }
);

/** A message in one language: a line that says it all, one line for each thing, and a link. */
export interface AlertMessage {
  title: string;
  lines: { text: string; url: string | null }[];
  link: { label: string; url: string };
}

interface Words {
  one: (survey: string) => string;
  many: (count: number) => string;
  test: string;
  drop: (survey: string, kind: string, before: string, after: string) => string;
  score: (score: number) => string;
  somebody: string;
  quote: (words: string) => string;
  open: string;
  openReport: string;
}

const WORDS: Readonly<Record<organisation.Language, Words>> = {
  en: {
    one: (survey) => `New answer to “${survey}”`,
    many: (count) => `${count} new answers`,
    test: 'This is a test. Everything arrives.',
    drop: (survey, kind, before, after) =>
      `${kind} of “${survey}” fell from ${before} to ${after} within a week, by more than chance explains`,
    score: (score) => `Score ${score}`,
    somebody: 'Somebody',
    quote: (words) => `“${words}”`,
    open: 'Open in Banso',
    openReport: 'Open the report',
  },
  ja: {
    one: (survey) => `「${survey}」に新しい回答`,
    many: (count) => `新しい回答が${count}件あります`,
    test: 'これはテストです。正しく届いています。',
    drop: (survey, kind, before, after) =>
      `「${survey}」の${kind}が1週間で${before}から${after}に下がりました。偶然では説明できない差です`,
    score: (score) => `スコア ${score}`,
    somebody: '匿名の方',
    quote: (words) => `「${words}」`,
    open: 'Bansoで開く',
    openReport: 'レポートを開く',
  },
  ko: {
    one: (survey) => `“${survey}”에 새 답변이 있습니다`,
    many: (count) => `새 답변 ${count}건`,
    test: '테스트 메시지입니다. 정상적으로 도착했습니다.',
    drop: (survey, kind, before, after) =>
      `“${survey}”의 ${kind}가 일주일 사이 ${before}에서 ${after}(으)로 떨어졌습니다. 우연으로 볼 수 없는 차이입니다`,
    score: (score) => `점수 ${score}`,
    somebody: '익명',
    quote: (words) => `“${words}”`,
    open: 'Banso에서 열기',
    openReport: '보고서 열기',
  },
};

const LINES = 5;
const LONGEST = 300;
const SCORE_NAMES: Readonly<Record<ScoreKind, string>> = { nps: 'NPS', csat: 'CSAT', ces: 'CES' };

/** What a message of a rule says in one language. */
export function alertMessage(alert: ToldAlert, language: organisation.Language): AlertMessage {
  const words = WORDS[language];
  const of = (said: string) => `${alert.rule}: ${said}`;
  if (alert.kind === 'drop') {
    const figure = (value: number) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
    return {
      title: of(
        words.drop(alert.survey, SCORE_NAMES[alert.scoreKind], figure(alert.before), figure(alert.after)),
      ),
      lines: [],
      link: { label: words.openReport, url: alert.url },
    };
  }
  const [only] = alert.answers;
  const said = alert.isTest
    ? words.test
    : alert.count === 1 && only
      ? words.one(only.survey)
      : words.many(alert.count);
  return {
    title: of(said),
    lines: alert.answers.slice(-LINES).map((answer) => ({ text: lineOf(answer, words), url: answer.url })),
    link: { label: words.open, url: alert.count === 1 && only ? only.url : alert.url },
  };
}

function lineOf({ who, account, score, words: said }: ToldAnswer, words: Words): string {
  return [
    [who ?? words.somebody, account].filter((name) => name !== null).join(' · '),
    score === null ? undefined : words.score(score),
    said === null ? undefined : words.quote(shortened(said)),
  ]
    .filter((part) => part !== undefined)
    .join(' — ');
}

function shortened(text: string): string {
  const letters = Array.from(text.replace(/\s+/gu, ' '));
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST).join('')}…`;
}
