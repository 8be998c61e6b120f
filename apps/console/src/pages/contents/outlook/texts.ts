import { type Catalogue, plural } from '../../../texts/use-texts.ts';

const en = {
  title: 'The next 14 days with this live',
  failed: 'What the next days would be cannot be told now. You can publish all the same.',
  again: 'Try again',
  quiet: 'It never opens by itself: it waits in the panel and interrupts nobody.',
  nobody: 'Nobody was here in the last 30 days, so nobody can be expected.',
  asked: (people: string, expected: string, times: number) =>
    `It would open for ${people} of the ${expected} people who are expected, ${plural(times, { one: 'once', other: `${times} times` })} in all.`,
  notAsked: (n: number) =>
    plural(n, { one: 'For 1 person it would not open:', other: `For ${n} people it would not open:` }),
  people: (n: number) => plural(n, { one: '1 person', other: `${n} people` }),
  loses: 'Opens less often for it:',
  loss: (before: number, after: number) =>
    `${after} instead of ${plural(before, { one: '1 time', other: `${before} times` })}`,
  none: 'Nothing else that is live loses by it.',
  estimate: (looked: string, of: string) =>
    `Estimated from ${looked} of ${of} people, whole companies together.`,
  how: 'The busiest it can be: everybody comes as they are used to, reaches every page, and answers nothing.',
  now: 'The next 14 days as they are',
};
const ja: typeof en = {
  title: '公開した場合の、これから14日間',
  failed: '予測できませんでした。このまま公開することはできます。',
  again: '再試行',
  quiet: '自動では開きません。パネルの中で待ち、誰の邪魔もしません。',
  nobody: '過去30日間に利用した人がいないため、予測できません。',
  asked: (people, expected, times) =>
    `訪れる見込みの${expected}人のうち${people}人に、合計${times}回開きます。`,
  notAsked: (n) => `${n}人には開きません：`,
  people: (n) => `${n}人`,
  loses: 'これによって開く回数が減るもの：',
  loss: (before, after) => `${before}回から${after}回に`,
  none: '公開中のほかのコンテンツへの影響はありません。',
  estimate: (looked, of) => `${of}人のうち${looked}人（会社単位）からの推定です。`,
  how: '最も多い場合の数です。全員がいつもどおり訪れ、すべてのページに着き、何にも答えないと仮定しています。',
  now: '今のままの、これから14日間',
};
const ko: typeof en = {
  title: '게시하면 앞으로 14일',
  failed: '지금은 예측할 수 없어요. 그래도 게시할 수 있어요.',
  again: '다시 시도',
  quiet: '자동으로 열리지 않아요. 패널에서 기다리고 아무도 방해하지 않아요.',
  nobody: '지난 30일 동안 온 사람이 없어서 예측할 수 없어요.',
  asked: (people, expected, times) =>
    `올 것으로 보이는 ${expected}명 중 ${people}명에게 모두 ${times}번 열려요.`,
  notAsked: (n) => `${n}명에게는 열리지 않아요:`,
  people: (n) => `${n}명`,
  loses: '이 때문에 덜 열리는 것:',
  loss: (before, after) => `${before}번에서 ${after}번으로`,
  none: '게시된 다른 콘텐츠에는 영향이 없어요.',
  estimate: (looked, of) => `${of}명 가운데 ${looked}명(회사 단위)으로 추정했어요.`,
  how: '가장 많을 때의 수예요. 모두가 평소처럼 와서 모든 페이지에 이르고, 아무것도 답하지 않는다고 봐요.',
  now: '지금 그대로의 앞으로 14일',
};

/** The words of what a publication makes of the days ahead. */
export const outlookTexts: Catalogue<typeof en> = { en, ja, ko };
