import { type ContentTemplate, both, did, didNot } from './content-template.ts';
import { say } from './words.ts';

/** How much would be missed: asked only of those who know the product well enough to say. */
export const PRODUCT_MARKET_FIT: ContentTemplate<'survey'> = {
  id: 'product-market-fit',
  kind: 'survey',
  name: say('Product-market fit', '製品の必要度', '제품 필요도'),
  purpose: say(
    'Asks people who really use it how they would feel without it. Forty per cent “very disappointed” is the usual mark.',
    '日頃から使っている方に、使えなくなったらどう感じるかを尋ねます。「とても困る」が40%を超えるかが目安です。',
    '실제로 쓰는 분에게 없어지면 어떨지 물어요. “매우 아쉽다”가 40%를 넘는지 보는 것이 보통이에요.',
  ),
  adjust: say(
    'The event that stands for real use (signed_in, 8 times in 28 days).',
    '実際の利用を表すイベント（signed_in が28日間に8回）を自社に合わせてください。',
    '실제 사용을 뜻하는 이벤트(28일 동안 signed_in 8번)를 맞춰 주세요.',
  ),
  minutes: 2,
  body: () => ({
    title: say('How much does it matter to you?', 'どのくらい必要とされていますか', '얼마나 필요하신가요?'),
    questions: [
      {
        key: 'without',
        type: 'choice',
        text: say(
          'How would you feel if you could no longer use it?',
          'もし使えなくなったら、どう感じますか？',
          '더 이상 쓸 수 없게 된다면 어떨 것 같으세요?',
        ),
        required: true,
        options: [
          { key: 'very', text: say('Very disappointed', 'とても困る', '매우 아쉬울 거예요') },
          { key: 'somewhat', text: say('Somewhat disappointed', '少し困る', '조금 아쉬울 거예요') },
          { key: 'not', text: say('Not disappointed', '困らない', '아쉽지 않을 거예요') },
        ],
        other: null,
        random: false,
      },
      {
        key: 'benefit',
        type: 'text',
        text: say(
          'What is the main thing that you get from it?',
          '一番役に立っていることは何ですか？',
          '가장 크게 도움이 되는 것은 무엇인가요?',
        ),
        required: false,
      },
      {
        key: 'who',
        type: 'text',
        text: say(
          'Who would get the most from it?',
          'どのような方に最も役立つと思いますか？',
          '어떤 분에게 가장 쓸모가 있을까요?',
        ),
        required: false,
      },
      {
        key: 'better',
        type: 'text',
        text: say(
          'How could we make it better for you?',
          'どうすれば、もっと役に立てますか？',
          '어떻게 하면 더 도움이 될까요?',
        ),
        required: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you. It decides what we build next.',
      'ありがとうございます。次に何を作るかを決める材料にします。',
      '고마워요. 다음에 무엇을 만들지 정하는 데 쓸게요.',
    ),
  }),
  delivery: {
    audience: both(did('signed_in', 8, 28), didNot('signed_up', 14)),
    delaySeconds: 30,
    recurrence: { afterShownDays: 14, afterDismissedDays: 90, afterAnsweredDays: 180, maxAttempts: 2 },
    samplePercent: 50,
  },
};
