import type { problems as words } from '../en/problems.ts';

/** What is wrong with a field and what to do, in one sentence, in Korean. */
export const problems: typeof words = {
  no_steps: '단계를 하나 이상 추가하세요.',
  no_required_step: '필수 단계를 하나 이상 두세요. 선택 단계는 세지 않아요.',
  key_missing: '키가 없어요. 삭제하고 다시 추가하세요.',
  duplicate_key: '같은 키가 있어요. 삭제하고 다시 추가하세요.',
  unknown_requirement: '없어진 단계를 기다리고 있어요.',
  requirement_cycle: '자기 자신을 기다려요. 하나를 빼세요.',
  never_opens: '열릴 수 없어요. 서로를 기다리고 있어요.',
  never_visible: '아무에게도 보이지 않아요. 이 조건에 맞는 사람이 있을 수 없어요.',
  never_completes: '완료될 수 없어요. 이 조건에 맞는 사람이 있을 수 없어요.',
  text_missing: '게시하기 전에 필요해요.',
  link_missing: '주소를 입력하세요.',
  link_unsafe: 'https://, mailto:, tel: 또는 제품 안의 페이지를 뜻하는 /로 시작하는 주소를 쓰세요.',
  no_questions: '질문을 하나 이상 추가하세요.',
  reserved_key: '쓸 수 없는 키예요. 질문을 삭제하고 다시 추가하세요.',
  dates_missing: '시간을 정하세요.',
  dates_reversed: '끝은 시작보다 뒤여야 해요.',
  audience_never_matches: '이 조건에 맞는 사람이 있을 수 없어요.',
  sample_empty: '0 %면 아무에게도 보이지 않아요. 1 % 이상으로 정하세요.',
  pattern_empty: '페이지를 쓰거나 줄을 지우세요.',
  too_long: '너무 길어요. 줄여 주세요.',
  empty: '입력하세요. 그 전에는 저장되지 않아요.',
  value_missing: '비교할 값을 입력하세요.',
  invalid: '이대로는 저장할 수 없어요.',
  translation_missing: '아직 없어요.',
};
