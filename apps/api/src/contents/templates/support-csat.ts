import type { ContentTemplate } from './content-template.ts';
import { say } from './words.ts';

const ENDING = say(
  'Thank you. Your answer goes to the person who helped you, and to their team.',
  'ありがとうございます。回答は、対応した担当者とそのチームに届きます。',
  '고마워요. 답변은 도와드린 담당자와 팀에 전해져요.',
);

/** After a case was solved by a person, once for each, and not after every one. */
export const SUPPORT_CSAT: ContentTemplate<'survey'> = {
  id: 'support-csat',
  kind: 'survey',
  name: say('CSAT after support', 'サポート後の満足度', '지원 후 만족도'),
  purpose: say(
    'Asks how the help was, once for each solved ticket at the next visit, and what was missing where it was not good.',
    '解決した問い合わせごとに1度、次に訪れたときに対応の満足度を尋ね、低い場合は足りなかった点も聞きます。',
    '해결된 문의마다 한 번, 다음에 찾아왔을 때 만족도를 묻고, 낮으면 아쉬운 점도 들어요.',
  ),
  adjust: say(
    'The event ticket_solved with its ticketId, tracked for cases that a person solved.',
    '担当者が解決した問い合わせで送るイベント ticket_solved と、そのプロパティ ticketId をご確認ください。',
    '담당자가 해결한 문의에 보내는 이벤트 ticket_solved와 그 속성 ticketId를 확인하세요.',
  ),
  minutes: 1,
  body: () => ({
    title: say('How was our help?', 'サポートはいかがでしたか', '도움이 어땠나요?'),
    questions: [
      {
        key: 'satisfaction',
        type: 'csat',
        text: say(
          'How satisfied are you with the help that you got?',
          '今回のサポートにどのくらい満足していますか？',
          '이번 지원에 얼마나 만족하셨나요?',
        ),
        required: true,
        labels: {
          low: say('Very dissatisfied', 'とても不満', '매우 불만족'),
          high: say('Very satisfied', 'とても満足', '매우 만족'),
        },
        next: [{ when: { type: 'between', low: 4, high: 5 }, to: 'words' }],
      },
      {
        key: 'missing',
        type: 'choices',
        text: say('What was not good?', 'どのような点が良くなかったですか？', '어떤 점이 아쉬웠나요?'),
        required: false,
        options: [
          { key: 'slow', text: say('It took too long', '時間がかかった', '오래 걸렸어요') },
          {
            key: 'unclear',
            text: say('The answer was not clear', '説明が分かりにくかった', '답이 명확하지 않았어요'),
          },
          {
            key: 'unsolved',
            text: say('My problem is still there', '問題が解決していない', '문제가 그대로예요'),
          },
          {
            key: 'repeat',
            text: say('I had to explain it again', '同じ説明を繰り返した', '여러 번 설명해야 했어요'),
          },
        ],
        other: say('Something else', 'その他', '그 밖의 이유'),
        random: true,
      },
      {
        key: 'words',
        type: 'text',
        text: say(
          'Anything that you would like to say to us?',
          'ほかに伝えておきたいことがあれば教えてください。',
          '더 하고 싶은 말씀이 있나요?',
        ),
        required: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: ENDING,
  }),
  delivery: {
    delaySeconds: 5,
    transaction: { event: 'ticket_solved', property: 'ticketId', withinDays: 3 },
    recurrence: { afterShownDays: 1, afterDismissedDays: 14, afterAnsweredDays: 14, maxAttempts: null },
    priority: 20,
    verifiedOnly: true,
  },
};
