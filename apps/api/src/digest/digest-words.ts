import type { organisation } from '@banso/contract';
import type { Weekday } from '@banso/domain/time';

interface Words {
  subject: (workspace: string) => string;
  title: string;
  mine: string;
  overdue: string;
  open: string;
  due: (when: string) => string;
  late: (when: string) => string;
  detractors: string;
  score: (score: number) => string;
  renewals: string;
  renews: (day: string) => string;
  somebody: string;
  whole: string;
  /** The interval of a figure. */
  interval: (low: string, high: string) => string;
  /** Too few answers for a score: they are counted. */
  counts: (n: number, favourable: number, unfavourable: number) => string;
  lowSample: string;
  change: (difference: string) => string;
  noChange: string;
  loop: string;
  loopOf: (count: number, n: number) => string;
  inside: string;
  heard: string;
  unheard: (count: number) => string;
  myDay: string;
  footer: (weekday: string, hour: string) => string;
  off: string;
  offPage: {
    title: string;
    what: string;
    button: string;
    done: string;
    doneWhat: string;
    again: string;
    on: string;
    onWhat: string;
  };
}

const en: Words = {
  subject: (workspace) => `Your week in ${workspace}`,
  title: 'Your week',
  mine: 'Your customers',
  overdue: 'Overdue cases',
  open: 'Open cases',
  due: (when) => `due ${when}`,
  late: (when) => `was due ${when}`,
  detractors: 'Unhappy answers in 7 days',
  score: (score) => `Score ${score}`,
  renewals: 'Renewals in 60 days',
  renews: (day) => `renews ${day}`,
  somebody: 'Somebody',
  whole: 'The whole workspace, last 90 days',
  interval: (low, high) => `${low} to ${high} (95 %)`,
  counts: (n, favourable, unfavourable) =>
    `${n} answers are too few for a score: ${favourable} favourable, ${unfavourable} unfavourable`,
  lowSample: 'few answers',
  change: (difference) => `${difference} against the 90 days before, more than chance explains`,
  noChange: 'no detectable change against the 90 days before',
  loop: 'Closed after a word with the customer',
  loopOf: (count, n) => `${count} of ${n} cases`,
  inside: 'First touch in time',
  heard: 'Accounts that were heard',
  unheard: (count) => `${count} unheard`,
  myDay: 'Open My day',
  footer: (weekday, hour) => `You get this every ${weekday} at ${hour}, when there is something to say.`,
  off: 'No more of these',
  offPage: {
    title: 'No more weekly digests?',
    what: 'Everything in it stands in the console, too.',
    button: 'No more digests',
    done: 'You get no more weekly digests',
    doneWhat: 'You can choose another day in the console under Settings, Profile. You can close this page.',
    again: 'Send them again',
    on: 'You get the weekly digest again',
    onWhat: 'When there is something to say. You can close this page.',
  },
};
const ja: Words = {
  subject: (workspace) => `今週のまとめ（${workspace}）`,
  title: '今週のまとめ',
  mine: '担当のお客様',
  overdue: '期限を過ぎたケース',
  open: '対応中のケース',
  due: (when) => `期限 ${when}`,
  late: (when) => `期限超過（${when}）`,
  detractors: '過去7日間の不満の回答',
  score: (score) => `スコア ${score}`,
  renewals: '60日以内の更新',
  renews: (day) => `更新日 ${day}`,
  somebody: '匿名の方',
  whole: 'ワークスペース全体（過去90日間）',
  interval: (low, high) => `${low}〜${high}（95%区間）`,
  counts: (n, favourable, unfavourable) =>
    `回答${n}件ではスコアを出せません。好意的${favourable}件、否定的${unfavourable}件`,
  lowSample: '回答が少なめ',
  change: (difference) => `その前の90日間より ${difference}。偶然では説明できない差です`,
  noChange: 'その前の90日間と比べて、検出できる変化はありません',
  loop: 'お客様と話したうえで完了',
  loopOf: (count, n) => `${n}件中${count}件`,
  inside: '期限内の初回対応',
  heard: '声を聞けたアカウント',
  unheard: (count) => `未聴取 ${count}社`,
  myDay: 'マイデイを開く',
  footer: (weekday, hour) => `お知らせすることがあるとき、毎週${weekday}${hour}にお送りしています。`,
  off: '配信を停止する',
  offPage: {
    title: '週次ダイジェストを停止しますか',
    what: '内容はすべてコンソールでもご覧いただけます。',
    button: '停止する',
    done: '週次ダイジェストを停止しました',
    doneWhat:
      '曜日や時刻はコンソールの「設定」→「プロフィール」で変更できます。このページは閉じてかまいません。',
    again: 'もう一度受け取る',
    on: '週次ダイジェストを再開しました',
    onWhat: 'お知らせすることがあるときにお送りします。このページは閉じてかまいません。',
  },
};
const ko: Words = {
  subject: (workspace) => `이번 주 요약 · ${workspace}`,
  title: '이번 주 요약',
  mine: '내가 맡은 고객',
  overdue: '기한이 지난 케이스',
  open: '진행 중인 케이스',
  due: (when) => `기한 ${when}`,
  late: (when) => `기한 지남(${when})`,
  detractors: '지난 7일의 불만 답변',
  score: (score) => `점수 ${score}`,
  renewals: '60일 안의 갱신',
  renews: (day) => `갱신일 ${day}`,
  somebody: '익명',
  whole: '워크스페이스 전체(지난 90일)',
  interval: (low, high) => `${low}~${high}(95% 구간)`,
  counts: (n, favourable, unfavourable) =>
    `답변 ${n}건으로는 점수를 낼 수 없어요. 긍정 ${favourable}건, 부정 ${unfavourable}건`,
  lowSample: '답변이 적음',
  change: (difference) => `그 전 90일보다 ${difference}. 우연으로 볼 수 없는 차이예요`,
  noChange: '그 전 90일과 견주어 알아볼 만한 변화가 없어요',
  loop: '고객과 이야기하고 마침',
  loopOf: (count, n) => `${n}건 중 ${count}건`,
  inside: '기한 안의 첫 응대',
  heard: '목소리를 들은 고객사',
  unheard: (count) => `듣지 못한 곳 ${count}`,
  myDay: '내 하루 열기',
  footer: (weekday, hour) => `알릴 것이 있을 때 매주 ${weekday} ${hour}에 보내 드려요.`,
  off: '그만 받기',
  offPage: {
    title: '주간 요약을 그만 받을까요?',
    what: '내용은 모두 콘솔에서도 볼 수 있어요.',
    button: '그만 받기',
    done: '이제 주간 요약을 보내지 않아요',
    doneWhat: '요일과 시각은 콘솔의 설정 → 프로필에서 바꿀 수 있어요. 이 페이지는 닫아도 돼요.',
    again: '다시 받기',
    on: '주간 요약을 다시 보내 드려요',
    onWhat: '알릴 것이 있을 때 보내요. 이 페이지는 닫아도 돼요.',
  },
};

/** What the weekly digest says. */
export const DIGEST_WORDS: Readonly<Record<organisation.Language, Words>> = { en, ja, ko };

/** The name of a day of the week; 5 January 2026 was a Monday. */
export const weekdayName = (weekday: Weekday, language: organisation.Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + weekday),
  );
