import type { ResourceType } from '@banso/domain/content';
import { type Catalogue, plural } from '../../../texts/use-texts.ts';

type Types = Readonly<Record<ResourceType, string>>;

const en = {
  nothing: 'none',
  /** What "nothing" means for a setting. */
  none: {
    pages: 'every page', devices: 'every device', completeWhen: 'the person ticks it', visibleWhen: 'always', requires: 'nothing', dueInDays: 'no due date', startsAt: 'at once', endsAt: 'no end',
    afterShownDays: 'never', afterDismissedDays: 'never', afterAnsweredDays: 'never', maxAttempts: 'no limit',
  },
  listed: (values: readonly string[]) => values.join(', '),
  yes: 'yes',
  no: 'no',
  device: { desktop: 'computers', mobile: 'phones' },
  seconds: (n: number) => plural(n, { one: '1 second', other: `${n} seconds` }),
  days: (n: number) => plural(n, { one: '1 day', other: `${n} days` }),
  percent: (n: string) => `${n} %`,
  progressOf: { contact: 'each person', account: 'the whole account' },
  owner: { customer: 'the customer', team: 'your team' },
  ordered: 'one after the other',
  anyOrder: 'in any order',
  resourceType: { article: 'Article', video: 'Video', webinar: 'Webinar', document: 'Document', link: 'Link' } satisfies Types as Types,
};
const ja: typeof en = {
  nothing: 'なし',
  none: {
    pages: 'すべてのページ', devices: 'すべての端末', completeWhen: '本人がチェック', visibleWhen: '常に', requires: 'なし', dueInDays: '期限なし', startsAt: 'すぐに', endsAt: '終了なし',
    afterShownDays: '再表示しない', afterDismissedDays: '再表示しない', afterAnsweredDays: '再表示しない', maxAttempts: '上限なし',
  },
  listed: (values) => values.join('、'),
  yes: 'はい',
  no: 'いいえ',
  device: { desktop: 'パソコン', mobile: 'スマートフォン' },
  seconds: (n) => `${n}秒`,
  days: (n) => `${n}日`,
  percent: (n) => `${n} %`,
  progressOf: { contact: '一人ひとり', account: 'アカウント全体' },
  owner: { customer: '顧客', team: '自社のチーム' },
  ordered: '順番どおり',
  anyOrder: '順不同',
  resourceType: { article: '記事', video: '動画', webinar: 'ウェビナー', document: '文書', link: 'リンク' },
};
const ko: typeof en = {
  nothing: '없음',
  none: {
    pages: '모든 페이지', devices: '모든 기기', completeWhen: '본인이 체크', visibleWhen: '항상', requires: '없음', dueInDays: '기한 없음', startsAt: '바로', endsAt: '끝 없음',
    afterShownDays: '다시 안 보임', afterDismissedDays: '다시 안 보임', afterAnsweredDays: '다시 안 보임', maxAttempts: '제한 없음',
  },
  listed: (values) => values.join(', '),
  yes: '예',
  no: '아니요',
  device: { desktop: '컴퓨터', mobile: '휴대폰' },
  seconds: (n) => `${n}초`,
  days: (n) => `${n}일`,
  percent: (n) => `${n} %`,
  progressOf: { contact: '사람마다', account: '고객사 전체' },
  owner: { customer: '고객', team: '우리 팀' },
  ordered: '순서대로',
  anyOrder: '순서 없이',
  resourceType: { article: '글', video: '동영상', webinar: '웨비나', document: '문서', link: '링크' },
};

/** Settings in words. */
export const valueTexts: Catalogue<typeof en> = { en, ja, ko };
