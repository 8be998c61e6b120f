import type { values as words } from '../en/values.ts';

/** Settings in words, in Korean. */
export const values: typeof words = {
  nothing: '없음',
  none: {
    pages: '모든 페이지',
    devices: '모든 기기',
    completeWhen: '본인이 체크',
    visibleWhen: '항상',
    requires: '없음',
    dueInDays: '기한 없음',
    startsAt: '바로',
    endsAt: '끝 없음',
    afterShownDays: '다시 안 보임',
    afterDismissedDays: '다시 안 보임',
    afterAnsweredDays: '다시 안 보임',
    maxAttempts: '제한 없음',
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
