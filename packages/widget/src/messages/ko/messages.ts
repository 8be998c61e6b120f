import type { MessageMessages } from '../en/messages.ts';

/** What a thread says, in Korean. */
export const koMessages = {
  lang: 'ko',
  title: '메시지',
  withName: '{name}님과 나눈 메시지',
  ask: '무엇을 도와드릴까요?',
  askTeam: '무엇을 도와드릴까요?',
  reads: '{name}님이 읽고 여기에서 답해 드려요.',
  teamReads: '담당 팀이 읽고 여기에서 답해 드려요.',
  loading: '불러오고 있어요',
  failed: '메시지를 불러오지 못했어요.',
  offline: '오프라인이에요. 쓰신 내용은 이 기기에 남아 있고, 연결되면 보내요.',
  earlier: '이전 메시지',
  write: '메시지 쓰기',
  send: '메시지 보내기',
  you: '나: ',
  team: '담당 팀',
  byAt: '{name}, {time}',
  yourScore: '내 답변: 10점 중 {score}점',
  yourAnswer: '내 답변',
  tryAgain: '다시 시도',
  drop: '삭제',
  sent: '메시지가 도착했어요.',
  fates: {
    sending: '보내는 중',
    arrived: '{time} · 전송됨',
    read: '{time} · 읽음',
    stored: '이 기기에 저장했어요. 연결되면 보내요.',
    held: '아직 보내지 못했어요. 이 페이지를 열어 두세요.',
    refused: '보내지 못했어요.',
  },
} satisfies MessageMessages;
