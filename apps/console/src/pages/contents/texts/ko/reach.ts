import type { reach as words } from '../en/reach.ts';

const percent = new Intl.NumberFormat('ko', { style: 'percent', maximumFractionDigits: 1 });

/** Who is in an audience now, in Korean. */
export const reach: typeof words = {
  title: '현재 대상',
  now: '최신 인원',
  counting: '세는 중이에요…',
  stale: '세지 못했어요',
  before: '마지막 변경 이전',
  failed: '인원을 세지 못했어요.',
  retry: '다시 시도',
  unfinished: '조건을 모두 입력하면 대상이 되는 사람이 보여요.',
  people: '인원',
  accounts: '고객사 수',
  shareOf: (share, all) => `${all}명 중 ${percent.format(share)}`,
  nobodyYet: '아직 기록된 사람이 없어요. 위젯을 연 사람이 여기에 보여요.',
  everybody: '모든 사람',
  steps: '조건마다 남는 인원',
  examples: '예시',
  side: '표시할 사람',
  both: '모두',
  in: '대상',
  out: '대상 아님',
  matched: '대상인 사람',
  others: '대상이 아닌 사람',
  noneMatched: '해당하는 사람이 없어요.',
  noOthers: '해당하는 사람이 없어요. 기록된 모든 사람이 대상이에요.',
  anonymous: '이름 없는 방문자',
  unproven: '본인 확인 토큰이 아직 없어요',
  outcome: { match: '일치:', no_match: '불일치:', unknown: '알 수 없음:' },
  notKnown: '(알 수 없음)',
  found: (value) => `(실제: ${value})`,
  more: (count) => `외 ${count}개`,
};
