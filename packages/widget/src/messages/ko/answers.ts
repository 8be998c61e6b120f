import type { AnswerMessages } from '../en/answers.ts';

/** What a survey says after its first look, in Korean: 해요체. */
export const koAnswers = {
  lang: 'ko',
  progress: '{n} / {total}',
  next: '다음',
  send: '보내기',
  skip: '건너뛰기',
  back: '뒤로',
  done: '완료',
  several: '해당하는 것을 모두 골라 주세요',
  sending: '보내는 중…',
  tryAgain: '다시 시도',
  change: '변경',
  undo: '되돌리기',
  hint: '한 문장이면 충분해요.',
  empty: '먼저 내용을 적어 주세요.',
  notAccepted: '접수되지 않았어요. 쓰신 내용은 그대로 있어요.',
  saved: {
    arrived: '답변을 저장했어요',
    stored: '이 기기에 저장했어요',
    held: '아직 저장하지 못했어요',
    refused: '접수되지 않았어요',
  },
  thanks: '고맙습니다',
  refused: '답변이 접수되지 않았어요',
  receipt: {
    arrived: '답변이 도착했어요.',
    stored: '답변을 이 기기에 저장했어요. 다시 연결되면 보낼게요.',
    held: '연결이 끊겼고 이 기기에도 저장할 수 없어요. 이 페이지를 열어 두면 보낼게요.',
    refused: '답변은 어디에도 저장되지 않았어요.',
  },
  laterTitle: '다음에 다시 여쭤볼게요',
  laterText: '{date} 이후에 보여 드릴게요.',
  neverTitle: '이 질문은 다시 묻지 않을게요',
  neverText: '‘되돌리기’를 누르면 질문으로 돌아가요.',
} satisfies AnswerMessages;
