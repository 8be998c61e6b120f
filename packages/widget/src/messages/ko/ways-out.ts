import type { WaysOutMessages } from '../en/ways-out.ts';

/** What a checklist says when it is put off, hidden or finished, in Korean. */
export const koWaysOut = {
  lang: 'ko',
  afternoon: '오늘 오후',
  tomorrow: '내일',
  monday: '다음 주 월요일',
  snoozedTitle: '나중에 알려 드릴게요',
  snoozedText: '{time} 이후에 다시 열면 보여 드릴게요.',
  hidesForYou: '이 체크리스트를 숨겨요.',
  hidesForYouOnly: '내 화면에서만 숨겨져요. 팀에는 그대로 있어요.',
  why: '이유를 알려 주세요(선택)',
  reasons: {
    already_known: '이미 알고 있어요',
    somebody_else: '다른 사람이 맡고 있어요',
    does_not_fit: '우리와 맞지 않아요',
  },
  hide: '나에게만 숨기기',
  keep: '그대로 두기',
  hiddenTitle: '숨겼어요',
  hiddenText: '이제 여기에 보이지 않아요.',
  undo: '되돌리기',
  finished: '모두 마쳤어요',
  showSteps: '단계 보기',
} satisfies WaysOutMessages;
