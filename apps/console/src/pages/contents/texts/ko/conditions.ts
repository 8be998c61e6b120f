import type { conditions as words } from '../en/conditions.ts';

/** The value before the comparison, as Korean has it. */
function saidOf(value: string, operator: string): string {
  switch (operator) {
    case '같음':
    case '다름':
      return `${value}와(과) ${operator}`;
    case '포함함':
      return `${value}을(를) 포함함`;
    case '다음 중 하나':
      return `${value} 중 하나`;
    case '다음으로 시작함':
      return `${value}(으)로 시작함`;
    default:
      return `${value} ${operator}`;
  }
}

/** Conditions in words, in Korean. */
export const conditions: typeof words = {
  everybody: '모두',
  nobody: '아무도 없음',
  and: ' 그리고 ',
  or: ' 또는 ',
  not: (words) => `(${words}) 아님`,
  group: (words) => `(${words})`,
  subject: { contact: '개인', account: '고객사' },
  operator: {
    is: '같음',
    is_not: '다름',
    in: '다음 중 하나',
    contains: '포함함',
    starts_with: '다음으로 시작함',
    greater: '초과',
    at_least: '이상',
    less: '미만',
    at_most: '이하',
    before: '이전',
    after: '이후',
    set: '알려져 있음',
    not_set: '알려져 있지 않음',
  },
  trait: (subject, key, operator, value) =>
    `${subject === 'account' ? '고객사 속성' : '개인 속성'} ‘${key}’: ${value === '' ? operator : saidOf(value, operator)}`,
  event: ({ name, not, atLeast, count, days, byAccount }) =>
    `${byAccount ? (not ? '고객사의 아무도 ' : '고객사의 누군가가 ') : ''}${days === null ? '' : `${days}일 안에 `}${name}을(를) ${count}번 ${atLeast ? '이상' : '이하'} ${not ? '하지 않음' : '했음'}`,
  content: (name, phase, happened) => {
    const words = {
      shown: ['이(가) 표시됨', '이(가) 표시되지 않음'],
      opened: ['을(를) 열었음', '을(를) 열지 않음'],
      dismissed: ['을(를) 닫았음', '을(를) 닫지 않음'],
      answered: ['에 답했음', '에 답하지 않음'],
      completed: ['을(를) 완료함', '을(를) 완료하지 않음'],
    }[phase];
    return `“${name}”${words[happened ? 0 : 1] ?? ''}`;
  },
  phase: { shown: '표시됨', opened: '열었음', dismissed: '닫았음', answered: '답했음', completed: '완료함' },
  locale: (names, not) => `언어가 ${names}${not ? '이(가) 아님' : ''}`,
  sample: (percent) => `고정된 ${percent} %에 속함`,
  segment: (name, not) => `“${name}”에 ${not ? '속하지 않음' : '속함'}`,
  list: (subject, count, not) =>
    `${subject === 'account' ? '고객사가 ' : ''}${count === undefined ? '' : `${count}개의 `}목록에 ${not ? '없음' : '있음'}`,
  answer: (survey, said, days) =>
    `${days === null ? '' : `${days}일 안에 `}“${survey}”${said === '' ? '에 답했음' : `에서 ${said}`}`,
  said: (op, value) =>
    ({
      answered: value,
      is: `${value}점을 줌`,
      at_least: `${value}점 이상을 줌`,
      at_most: `${value}점 이하를 줌`,
      band: `${value}이었음`,
      chose: `${value}을(를) 고름`,
    })[op],
  band: { promoter: '추천 고객', passive: '중립 고객', detractor: '비추천 고객' },
  within: (segment, words) => `“${segment}”: ${words}`,
  named: {
    lifecycle: {
      onboarding: '온보딩',
      adopting: '활용 중',
      established: '정착',
      at_risk: '위험',
      churned: '해지',
    },
    health: { good: '좋음', average: '보통', poor: '나쁨' },
  },
  yes: '예',
  no: '아니요',
};
