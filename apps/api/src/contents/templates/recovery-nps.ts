import type { ContentTemplate } from './content-template.ts';
import { say } from './words.ts';

/** The question that a case from a low score ends with (`CaseSettings.recovery`): asked by the case itself, which needs no event. */
export const RECOVERY_NPS: ContentTemplate<'survey'> = {
  id: 'recovery-nps',
  kind: 'survey',
  name: say('Score after a case', '対応後の NPS', '케이스 후 NPS'),
  purpose: say(
    'Asks those who gave a low score once more, some days after their case was resolved, so that you see whether it helped.',
    '低い点数だった方へ、対応が解決してから数日後にもう一度尋ね、対応の効果を確かめます。',
    '낮은 점수를 준 분에게 케이스가 해결되고 며칠 뒤 다시 물어, 도움이 되었는지 확인해요.',
  ),
  adjust: say(
    'Choose it under Settings, Cases and office hours. No event has to be sent: closing a case as resolved is what it waits for.',
    '設定の「ケースと営業時間」でこのアンケートを選んでください。イベントの送信は不要で、ケースの解決が合図になります。',
    '설정의 ‘케이스와 업무 시간’에서 이 설문을 선택하세요. 이벤트를 보낼 필요 없이 케이스를 해결로 닫으면 시작돼요.',
  ),
  minutes: 1,
  body: () => ({
    title: say('How is it now?', 'その後、いかがですか', '지금은 어떤가요?'),
    questions: [
      {
        key: 'score',
        type: 'nps',
        text: say(
          'You told us that something was wrong. How likely are you to recommend us now?',
          '先日いただいたご意見に対応しました。現在、同僚や知人にすすめたいと思いますか？',
          '지난번에 아쉬운 점을 알려 주셨어요. 지금은 동료에게 추천하고 싶은 마음이 얼마나 되나요?',
        ),
        required: true,
        labels: {
          low: say('Not at all likely', 'まったく思わない', '전혀 없어요'),
          high: say('Extremely likely', '強くそう思う', '매우 커요'),
        },
      },
    ],
    followUps: {
      detractor: say(
        'What is still in your way?',
        'まだ困っていることがあれば教えてください。',
        '아직 불편한 점이 무엇인가요?',
      ),
      passive: say(
        'What is still missing?',
        'あと何があれば、さらに良くなりますか？',
        '아직 부족한 점은 무엇인가요?',
      ),
      promoter: say('What helped you most?', '何が一番役に立ちましたか？', '무엇이 가장 도움이 되었나요?'),
    },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you. Whoever looked after it reads your answer.',
      'ありがとうございます。回答は対応した担当者が読みます。',
      '고마워요. 담당했던 사람이 답변을 읽어요.',
    ),
  }),
  delivery: {
    delaySeconds: 10,
    transaction: { event: 'case_resolved', property: 'caseId', withinDays: 30 },
    recurrence: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: 30, maxAttempts: null },
    priority: 15,
    verifiedOnly: true,
  },
};
