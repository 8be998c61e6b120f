import { type ContentTemplate, both, did, inStage } from './content-template.ts';
import { say } from './words.ts';

/** Some weeks before the conversation about the renewal, to those who use it and those who decide. */
export const RENEWAL_CHECK_IN: ContentTemplate<'survey'> = {
  id: 'renewal-check-in',
  kind: 'survey',
  name: say('Renewal check-in', '更新前の確認', '갱신 전 점검'),
  purpose: say(
    'Asks about the value and the open points 120 to 60 days before a renewal, so that the conversation begins with facts.',
    '更新の120〜60日前に、得られた価値と残っている課題を尋ね、事実をもとに更新の話を始められるようにします。',
    '갱신 120~60일 전에 얻은 가치와 남은 과제를 물어, 사실을 가지고 갱신 이야기를 시작하게 해요.',
  ),
  adjust: say(
    'The trait days_to_renewal of the account, a number that your system sends each day.',
    'アカウントの属性 days_to_renewal（更新までの日数）を、自社のシステムから毎日送ってください。',
    '고객사 속성 days_to_renewal(갱신까지 남은 날)을 매일 보내 주세요.',
  ),
  minutes: 2,
  body: () => ({
    title: say('A look back at your year', 'この1年の振り返り', '지난 한 해 돌아보기'),
    questions: [
      {
        key: 'goal',
        type: 'choice',
        text: say(
          'Did you reach what you wanted to reach with it?',
          '導入時に目指していたことは達成できましたか？',
          '처음에 기대한 것을 이루셨나요?',
        ),
        required: true,
        options: [
          { key: 'beyond', text: say('Yes, and more', '期待以上に達成できた', '기대보다 더 이뤘어요') },
          { key: 'yes', text: say('Yes', '達成できた', '이뤘어요') },
          { key: 'partly', text: say('In part', '一部だけ達成できた', '일부만 이뤘어요') },
          { key: 'no', text: say('Not yet', 'まだ達成できていない', '아직이에요') },
        ],
        other: null,
        random: false,
        next: [{ when: { type: 'chosen', options: ['partly', 'no'] }, to: 'lacking' }],
      },
      {
        key: 'result',
        type: 'text',
        text: say(
          'Which result would you show to your management?',
          '社内で報告するとしたら、どの成果を挙げますか？',
          '경영진에게 보여 준다면 어떤 결과를 고르시겠어요?',
        ),
        required: false,
        next: [{ when: { type: 'any' }, to: 'value' }],
      },
      {
        key: 'lacking',
        type: 'text',
        text: say(
          'What was missing to get there?',
          '達成するために何が足りませんでしたか？',
          '거기까지 가는 데 무엇이 부족했나요?',
        ),
        required: false,
      },
      {
        key: 'value',
        type: 'rating',
        text: say(
          'How well does the value fit the price?',
          '価格に見合う価値を感じていますか？',
          '가격만큼 가치가 있다고 느끼시나요?',
        ),
        required: false,
        labels: {
          low: say('Not at all', 'まったく感じない', '전혀 아니에요'),
          high: say('Very well', '十分に感じる', '충분해요'),
        },
      },
      {
        key: 'talk',
        type: 'choice',
        text: say(
          'Would you like to talk about the next year with us?',
          '次の1年について、担当者と話す機会をご希望ですか？',
          '다음 한 해에 대해 담당자와 이야기하시겠어요?',
        ),
        required: false,
        options: [
          { key: 'soon', text: say('Yes, in the next two weeks', 'はい、2週間以内に', '네, 2주 안에요') },
          { key: 'later', text: say('Yes, later', 'はい、もう少し後で', '네, 나중에요') },
          { key: 'no', text: say('Not needed', '必要ない', '필요 없어요') },
        ],
        other: null,
        random: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you. Your contact prepares the next conversation with this.',
      'ありがとうございます。担当者が次回の打ち合わせの準備に活かします。',
      '고마워요. 담당자가 다음 미팅을 이 답변으로 준비할게요.',
    ),
  }),
  delivery: {
    audience: both(
      inStage('adopting', 'established', 'at_risk'),
      { type: 'trait', subject: 'account', key: 'days_to_renewal', op: 'at_most', value: 120 },
      { type: 'trait', subject: 'account', key: 'days_to_renewal', op: 'at_least', value: 60 },
      did('signed_in', 4, 28),
    ),
    delaySeconds: 20,
    recurrence: { afterShownDays: 14, afterDismissedDays: 60, afterAnsweredDays: 300, maxAttempts: 2 },
    priority: 15,
    verifiedOnly: true,
  },
};
