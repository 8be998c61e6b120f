import type { conditions as words } from '../en/conditions.ts';

/** Conditions in words, in Korean. */
export const conditions: typeof words = {
  everybody: '모두',
  nobody: '아무도 없음',
  and: ' 그리고 ',
  or: ' 또는 ',
  not: (words) => `“${words}”이(가) 아님`,
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
    `${subject === 'account' ? '고객사의 ' : ''}${key} ${operator}${value === '' ? '' : `: ${value}`}`,
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
  yes: '예',
  no: '아니요',
};
