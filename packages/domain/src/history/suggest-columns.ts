import type { ImportColumns, ImportField, ImportSource } from './import.ts';

/** A question of the survey that the answers are to belong to, with its words in every language. */
export interface KnownQuestion {
  key: string;
  isScore: boolean;
  words: readonly string[];
}

/** What the columns are called by everybody, in English, Japanese and Korean; our own exports too. */
const COMMON: Readonly<Record<ImportField, readonly string[]>> = {
  email: [
    'email',
    'e-mail',
    'email address',
    'person email',
    'contact email',
    'verified email',
    'メール',
    'メールアドレス',
    'eメール',
    '이메일',
    '이메일 주소',
  ],
  externalId: [
    'user id',
    'userid',
    'external id',
    'contact external id',
    'customer id',
    'ユーザーid',
    '顧客id',
    '사용자 id',
    '고객 id',
  ],
  name: ['name', 'full name', 'person name', 'contact name', '名前', 'お名前', '氏名', '이름', '성명'],
  accountExternalId: ['account external id', 'account id', 'company id', '会社id', '회사 id'],
  accountName: [
    'account name',
    'account',
    'company',
    'company name',
    'organization',
    'organisation',
    '会社',
    '会社名',
    '企業名',
    '회사',
    '회사명',
  ],
  answeredAt: [
    'answered at',
    'started at',
    'responded at',
    'response date',
    'created at',
    'timestamp',
    'date',
    'time',
    '回答日時',
    '回答日',
    '日時',
    'タイムスタンプ',
    '응답일',
    '응답 일시',
    '날짜',
    '타임스탬프',
  ],
  finished: ['finished', 'completed', 'status', '完了', '완료'],
  locale: ['locale', 'language', '言語', '언어'],
  survey: ['survey', 'survey slug', 'survey name', 'アンケート', '설문', '설문조사'],
  rowId: ['response id', 'id', '回答id', '응답 id'],
  score: ['score', 'nps', 'nps score', 'rating', 'スコア', '点数', '評価', '점수', '평점'],
  text: [
    'comment',
    'comments',
    'text',
    'feedback',
    'verbatim',
    'コメント',
    '自由回答',
    'ご意見',
    '의견',
    '코멘트',
  ],
};

/** What a tool calls them otherwise; an empty list: its column of that name means something else. */
const BY_SOURCE: Readonly<Record<ImportSource, Readonly<Partial<Record<ImportField, readonly string[]>>>>> = {
  csv: {},
  delighted: {
    rowId: ['survey response id', 'response id', 'id'],
    answeredAt: ['created at', 'response date', 'responded at', 'survey date', 'date'],
    finished: [],
    survey: [],
  },
  formbricks: { answeredAt: ['timestamp'], finished: ['finished'], survey: [], score: [], text: [] },
  typeform: {
    rowId: ['#', 'token', 'response id'],
    answeredAt: ['submit date (utc)', 'submitted at', 'submit date'],
    finished: [],
    survey: [],
  },
  surveymonkey: {
    rowId: ['respondent id'],
    answeredAt: ['end date', 'date modified', 'start date'],
    name: ['first name'],
    finished: [],
    survey: [],
  },
};

/** What the question for a score is about, wherever its words are other ones. */
const RECOMMENDS = /recommend|すすめ|勧め|薦め|推奨|추천/i;

/** A heading without what differs between tools: case, width, underscores, a number in front. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:q?\d+\s*[.):]\s+)/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/[?？.。:：*\s]+$/, '')
    .trim();
}

/** What the columns of a file seem to mean. A column means one thing; what is not recognised means nothing. */
export function suggestColumns(
  source: ImportSource,
  header: readonly string[],
  questions: readonly KnownQuestion[],
): ImportColumns {
  const headings = header.map(plainHeading);
  const taken = new Set<number>();
  const take = (fits: (heading: string) => boolean): number | undefined => {
    const at = headings.findIndex((heading, index) => heading !== '' && !taken.has(index) && fits(heading));
    if (at < 0) return undefined;
    taken.add(at);
    return at;
  };
  const fields: Partial<Record<ImportField, number>> = {};
  for (const field of Object.keys(COMMON) as ImportField[]) {
    for (const name of BY_SOURCE[source][field] ?? COMMON[field]) {
      const at = take((heading) => heading === plainHeading(name) || heading === name);
      if (at === undefined) continue;
      fields[field] = at;
      break;
    }
  }
  const byQuestion: Record<string, number> = {};
  for (const { key, isScore, words } of questions) {
    if (isScore && fields.score !== undefined) continue;
    const plain = words.map(plainHeading).filter((word) => word !== '');
    const at =
      take((heading) => plain.includes(heading) || heading === plainHeading(`q.${key}`)) ??
      (isScore ? take((heading) => RECOMMENDS.test(heading)) : undefined);
    if (at !== undefined) byQuestion[key] = at;
  }
  return { fields, questions: byQuestion };
}
