import { type ContentTemplate, both, didNot, inStage } from './content-template.ts';
import { say } from './words.ts';

/** The quarterly question, with the follow-up that fits the score. */
export const RELATIONSHIP_NPS: ContentTemplate<'survey'> = {
  id: 'relationship-nps',
  kind: 'survey',
  name: say('Relationship NPS', '関係性 NPS', '관계 NPS'),
  purpose: say(
    'How the relationship stands, once a quarter and spread over it, not before day 30, with a follow-up for each band.',
    '利用開始から30日たった方へ、四半期に1度、日を分けて関係の状態を尋ねます。点数に合わせて理由も聞きます。',
    '시작한 지 30일이 지난 분에게 분기에 한 번, 날을 나누어 관계가 어떤지 물어요. 점수에 맞춰 이유도 들어요.',
  ),
  adjust: say(
    'The event signed_up, by which the first 30 days are counted.',
    '最初の30日を数えるイベント signed_up の名前をご確認ください。',
    '첫 30일을 세는 이벤트 signed_up의 이름을 확인하세요.',
  ),
  minutes: 1,
  body: () => ({
    title: say('One question about us', '1つだけお聞かせください', '한 가지만 여쭤볼게요'),
    questions: [
      {
        key: 'score',
        type: 'nps',
        text: say(
          'How likely are you to recommend us to a colleague?',
          '同僚や知人にすすめたいと思いますか？',
          '동료에게 추천하고 싶은 마음이 얼마나 되나요?',
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
        'What made it hard for you lately?',
        '最近、困ったことや不便に感じたことを教えてください。',
        '최근에 어떤 점이 힘들었나요?',
      ),
      passive: say(
        'What one thing would make it better for you?',
        'あと1つ良くなるとしたら、どのような点ですか？',
        '한 가지가 나아진다면 무엇이면 좋을까요?',
      ),
      promoter: say(
        'What would you tell a colleague about it?',
        '同僚にすすめるとしたら、どのように伝えますか？',
        '동료에게 소개한다면 뭐라고 하시겠어요?',
      ),
    },
    endings: {
      detractor: say(
        'Thank you for being open. Somebody of our team reads this within two days and writes to you.',
        '率直にお聞かせいただきありがとうございます。2営業日以内に担当者が読み、ご連絡します。',
        '솔직히 말해 주셔서 고마워요. 이틀 안에 담당자가 읽고 연락드릴게요.',
      ),
      passive: say(
        'Thank you. We read every answer and begin with what is said most often.',
        'ありがとうございます。すべての回答を読み、声の多いものから取り組みます。',
        '고마워요. 모든 답변을 읽고, 많이 나온 것부터 고쳐 갈게요.',
      ),
      promoter: say(
        'Thank you. We pass it on to the people who build this.',
        'ありがとうございます。開発しているメンバーに必ず伝えます。',
        '고마워요. 만드는 사람들에게 꼭 전할게요.',
      ),
    },
  }),
  delivery: {
    audience: both(inStage('adopting', 'established', 'at_risk'), didNot('signed_up', 30)),
    delaySeconds: 20,
    recurrence: { afterShownDays: 7, afterDismissedDays: 30, afterAnsweredDays: 90, maxAttempts: 3 },
    priority: 10,
    verifiedOnly: true,
  },
  waves: { months: 3, percent: 100 },
};
