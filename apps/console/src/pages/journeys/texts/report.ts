import type { Catalogue } from '../../../texts/use-texts.ts';
import { plural } from '../../../texts/use-texts.ts';

const en = {
  reports: 'Reports',
  filters: 'Filters',
  period: 'Period',
  choose: 'choose',
  days: (days: number) => `last ${plural(days, { one: '1 day', other: `${days} days` })}`,
  csv: 'Save as CSV',
  link: 'Link to these days',
  utc: 'Days in UTC',
  between: (from: string, to: string) => `${from} – ${to}`,
  of: (count: string, n: string) => `${count} of ${n}`,
  n: 'n',
  interval: '95 % interval',
  periodFact: 'Period',
  failedWhat: 'Nothing was lost.',
  erased: 'An erased person',
};
const ja: typeof en = {
  reports: 'レポート',
  filters: '絞り込み',
  period: '期間',
  choose: '選択',
  days: (days) => `過去${days}日間`,
  csv: 'CSVで保存',
  link: 'この期間へのリンク',
  utc: '日付はUTC',
  between: (from, to) => `${from}～${to}`,
  of: (count, n) => `${n}件中${count}件`,
  n: 'n',
  interval: '95%信頼区間',
  periodFact: '期間',
  failedWhat: 'データは失われていません。',
  erased: '消去された利用者',
};
const ko: typeof en = {
  reports: '보고서',
  filters: '필터',
  period: '기간',
  choose: '선택',
  days: (days) => `최근 ${days}일`,
  csv: 'CSV로 저장',
  link: '이 기간의 링크',
  utc: '날짜는 UTC 기준',
  between: (from, to) => `${from} – ${to}`,
  of: (count, n) => `${n} 중 ${count}`,
  n: 'n',
  interval: '95% 신뢰구간',
  periodFact: '기간',
  failedWhat: '잃은 데이터는 없어요.',
  erased: '삭제된 사용자',
};

/** Words that the reports on journeys share. */
export const reportTexts: Catalogue<typeof en> = { en, ja, ko };
