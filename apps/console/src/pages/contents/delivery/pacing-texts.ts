import type { Quota, Recurrence, Transactional, Waves } from '@banso/domain/content';
import type { Catalogue } from '../../../texts/use-texts.ts';
import { plural } from '../../../texts/use-texts.ts';

/** What brings a survey back. */
export const WAYS = ['clocks', 'waves', 'event'] as const;

/** One of {@link WAYS}. */
export type Way = (typeof WAYS)[number];

interface PacingTexts {
  way: string;
  ways: Readonly<Record<Way, string>>;
  from: string;
  fromHint: string;
  months: string;
  monthsUnit: string;
  share: string;
  shareUnit: string;
  event: string;
  eventHint: string;
  property: string;
  propertyHint: string;
  within: string;
  withinUnit: string;
  waiting: (n: string) => string;
  quota: string;
  quotaHint: string;
  answers: string;
  per: Readonly<Record<Quota['per'], string>>;
  soFar: (count: string, limit: string) => string;
  /** What the settings come to. */
  inWords: string;
  /** @param hasAnswers - False: nobody answers this kind. */
  recurrence: (recurrence: Recurrence, hasAnswers: boolean) => string;
  /** @param round - Months after which everybody has had a turn. */
  waves: (waves: Waves, from: string, round: number) => string;
  transaction: (transaction: Transactional) => string;
  stops: (quota: Quota, answers: string) => string;
}

const days = (n: number) => plural(n, { one: '1 day', other: `${n} days` });
const months = (n: number) => plural(n, { one: 'month', other: `${n} months` });
const againEn = (what: string, after: number | null) =>
  after === null
    ? `never after ${what}`
    : after === 0
      ? `at any visit after ${what}`
      : `${days(after)} after ${what}`;
const againJa = (what: string, after: number | null) =>
  `${what}${after === null ? '再表示なし' : after === 0 ? '次の訪問から' : `${after}日後`}`;
const againKo = (what: string, after: number | null) =>
  `${what} ${after === null ? '다시 안 열림' : after === 0 ? '다음 방문부터' : `${after}일 뒤`}`;

/** What brings a survey back and ends it, in words. */
export const pacingTexts: Catalogue<PacingTexts> = {
  en: {
    way: 'It comes again',
    ways: { clocks: 'After some days', waves: 'In waves', event: 'After an event' },
    from: 'First wave begins',
    fromHint: 'A day in UTC. The next wave begins when one ends.',
    months: 'A wave lasts',
    monthsUnit: 'months',
    share: 'Asked in each wave',
    shareUnit: '% of the audience, in turn',
    event: 'Event',
    eventHint: 'What your product tracks when it happens.',
    property: 'Property with its id',
    propertyHint: 'It tells one from another, such as ticketId. Each id is asked about once.',
    within: 'Asked within',
    withinUnit: 'days after it',
    waiting: (n) => `${n} waiting to be asked about.`,
    quota: 'Stop when enough have answered',
    quotaHint: 'People who were asked before that can still answer, so a few more may come in.',
    answers: 'Answers',
    per: { total: 'in total', wave: 'in each wave' },
    soFar: (count, limit) => `${count} of ${limit} so far`,
    inWords: 'In words:',
    recurrence: ({ afterShownDays, afterDismissedDays, afterAnsweredDays, maxAttempts }, hasAnswers) => {
      const parts = [
        againEn('it was only seen', afterShownDays),
        againEn('it was closed', afterDismissedDays),
        ...(hasAnswers ? [againEn('an answer', afterAnsweredDays)] : []),
      ];
      const most =
        maxAttempts === null
          ? ''
          : ` It opens at most ${plural(maxAttempts, { one: 'once', other: `${maxAttempts} times` })} for one person${hasAnswers ? ' until they answer' : ''}.`;
      return `it opens again ${parts.join(', ')}.${most}`;
    },
    waves: (waves, from, round) =>
      `${
        waves.percent === 100
          ? `from ${from} on everybody in the audience is asked once every ${months(waves.months)}, each on a day of their own.`
          : `from ${from} on ${waves.percent} % of the audience take their turn every ${months(waves.months)}, each on a day of their own: everybody about once every ${months(round)}.`
      } Anyone who is away on their day is asked at their next visit in the wave.`,
    transaction: ({ event, property, withinDays }) =>
      `each ${property || '…'} of “${event || '…'}” is asked about once, at a visit within ${days(withinDays)}, the newest first. The days below apply as well.`,
    stops: ({ per }, answers) =>
      `Nobody is asked any more once ${answers} have answered${per === 'wave' ? ' in a wave' : ''}.`,
  },
  ja: {
    way: '再び尋ねる時期',
    ways: { clocks: '一定の日数の後', waves: '定期的に', event: 'イベントの後' },
    from: '初回の開始日',
    fromHint: 'UTCの日付。1つの回が終わると次の回が始まります。',
    months: '1回の期間',
    monthsUnit: 'か月',
    share: '1回に尋ねる割合',
    shareUnit: '%（対象のうち、順番に）',
    event: 'イベント',
    eventHint: '出来事のたびに製品が送るイベント。',
    property: 'IDの入ったプロパティ',
    propertyHint: 'ticketId など、1件ごとに異なるもの。同じIDについて尋ねるのは1度だけです。',
    within: '尋ねる期間',
    withinUnit: '日以内（イベントから）',
    waiting: (n) => `これから尋ねるもの：${n}件`,
    quota: '回答が集まったら終了',
    quotaHint: '終了前に質問が表示された人は回答できるため、少し多くなることがあります。',
    answers: '回答数',
    per: { total: '全体で', wave: '回ごとに' },
    soFar: (count, limit) => `現在 ${count}／${limit}件`,
    inWords: '設定の内容：',
    recurrence: ({ afterShownDays, afterDismissedDays, afterAnsweredDays, maxAttempts }, hasAnswers) => {
      const parts = [
        againJa('表示だけで終わったら', afterShownDays),
        againJa('閉じられたら', afterDismissedDays),
        ...(hasAnswers ? [againJa('回答があれば', afterAnsweredDays)] : []),
      ];
      const most =
        maxAttempts === null ? '' : `一人につき${hasAnswers ? '回答まで' : ''}最大${maxAttempts}回開きます。`;
      return `再び開くのは、${parts.join('、')}。${most}`;
    },
    waves: (waves, from, round) =>
      `${
        waves.percent === 100
          ? `${from}から、対象の全員に${waves.months}か月に1度、それぞれ決まった日に尋ねます。`
          : `${from}から、${waves.months}か月ごとに対象の${waves.percent} %へ順番に、それぞれ決まった日に尋ねます。一人あたり約${round}か月に1度です。`
      }その日に訪れなかった人には、同じ回の次の訪問で尋ねます。`,
    transaction: ({ event, property, withinDays }) =>
      `「${event || '…'}」の${property || '…'}ごとに1度、${withinDays}日以内の訪問で、新しいものから尋ねます。下の日数の設定もあわせて適用されます。`,
    stops: ({ per }, answers) =>
      `${per === 'wave' ? '1回につき' : ''}回答が${answers}件集まると、それ以上は誰にも尋ねません。`,
  },
  ko: {
    way: '다시 묻는 때',
    ways: { clocks: '며칠 뒤', waves: '정기적으로', event: '이벤트 뒤' },
    from: '첫 회차 시작일',
    fromHint: 'UTC 날짜예요. 한 회차가 끝나면 다음 회차가 바로 시작돼요.',
    months: '한 회차의 기간',
    monthsUnit: '개월',
    share: '회차마다 묻는 비율',
    shareUnit: '%(대상 중에서 돌아가며)',
    event: '이벤트',
    eventHint: '일이 일어날 때 제품이 보내는 이벤트예요.',
    property: 'ID가 든 속성',
    propertyHint: 'ticketId처럼 하나하나를 구별하는 값이에요. 같은 ID는 한 번만 물어요.',
    within: '묻는 기간',
    withinUnit: '일 안에(이벤트부터)',
    waiting: (n) => `아직 묻지 않은 것: ${n}건`,
    quota: '응답이 충분히 모이면 그만 묻기',
    quotaHint: '그 전에 질문을 본 사람은 응답할 수 있어서 조금 더 모일 수 있어요.',
    answers: '응답 수',
    per: { total: '전체', wave: '회차마다' },
    soFar: (count, limit) => `지금 ${count}/${limit}개`,
    inWords: '설정 내용:',
    recurrence: ({ afterShownDays, afterDismissedDays, afterAnsweredDays, maxAttempts }, hasAnswers) => {
      const parts = [
        againKo('보기만 했으면', afterShownDays),
        againKo('닫았으면', afterDismissedDays),
        ...(hasAnswers ? [againKo('응답했으면', afterAnsweredDays)] : []),
      ];
      const most =
        maxAttempts === null
          ? ''
          : ` 한 사람에게 ${hasAnswers ? '응답할 때까지 ' : ''}최대 ${maxAttempts}번 열려요.`;
      return `다시 열리는 때는 ${parts.join(', ')}.${most}`;
    },
    waves: (waves, from, round) =>
      `${
        waves.percent === 100
          ? `${from}부터 대상 모두에게 ${waves.months}개월에 한 번, 저마다 정해진 날에 물어요.`
          : `${from}부터 ${waves.months}개월마다 대상의 ${waves.percent} %에게 돌아가며, 저마다 정해진 날에 물어요. 한 사람에게는 약 ${round}개월에 한 번이에요.`
      } 그날 오지 않은 사람에게는 같은 회차의 다음 방문 때 물어요.`,
    transaction: ({ event, property, withinDays }) =>
      `‘${event || '…'}’의 ${property || '…'}마다 한 번, ${withinDays}일 안에 방문할 때 새로운 것부터 물어요. 아래 일수 설정도 함께 적용돼요.`,
    stops: ({ per }, answers) =>
      `${per === 'wave' ? '한 회차에 ' : ''}응답이 ${answers}개 모이면 더 이상 아무에게도 묻지 않아요.`,
  },
};
