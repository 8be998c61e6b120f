import type { survey as words } from '../en/survey.ts';

/** The survey form, in Korean. */
export const survey: typeof words = {
  survey: '설문',
  title: '제목',
  titleHint: '패널에 보이고 스크린 리더가 읽어요.',
  questions: '질문',
  questionsWhat: '한 번에 하나씩 물어요. 중간에 멈춘 사람의 답도 남아요.',
  score: '점수, 0~10',
  questionOf: (n) => `질문 ${n}, 주관식`,
  question: '질문',
  low: '0점 설명',
  high: '10점 설명',
  required: '필수 응답',
  requiredHint: '끄면 건너뛸 수 있어요.',
  add: '질문 추가',
  full: '질문은 최대 20개예요',
  remove: '질문 삭제',
  removed: (title) => `질문 “${title}”을(를) 삭제했어요.`,
  move: (n, title) => `질문 ${n} “${title}” 이동. 화살표 키를 쓰세요`,
  followUps: '후속 질문',
  followUpsWhat: '점수 바로 뒤에, 점수에 맞는 말로 물어요.',
  askAfter: { detractor: '0~6점 뒤에 묻기', passive: '7~8점 뒤에 묻기', promoter: '9~10점 뒤에 묻기' },
  followUpOf: { detractor: '0~6점 뒤 질문', passive: '7~8점 뒤 질문', promoter: '9~10점 뒤 질문' },
  endings: '마침 인사',
  endingsWhat: '답변이 안전하게 저장되면 보여요.',
  endingOf: { detractor: '0~6점 뒤', passive: '7~8점 뒤', promoter: '9~10점 뒤' },
};
