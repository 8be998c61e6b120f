import { type ContentTemplate, did } from './content-template.ts';
import { say } from './words.ts';

/** While somebody cancels: each reason leads to its own question. */
export const CHURN_EXIT: ContentTemplate<'survey'> = {
  id: 'churn-exit',
  kind: 'survey',
  name: say('Exit survey', '解約時アンケート', '해지 설문'),
  purpose: say(
    'Asks people who cancel for the reason, and for what would have kept them, without holding them back.',
    '解約の手続きをした方に、引き留めることなく、理由とどうであれば続けられたかを尋ねます。',
    '해지하는 분을 붙잡지 않고 이유와, 무엇이 있었으면 계속 썼을지 물어요.',
  ),
  adjust: say(
    'The event cancellation_requested, and your own reasons if you have a list.',
    'イベント cancellation_requested の名前と、自社で使っている解約理由の一覧をご確認ください。',
    '이벤트 cancellation_requested의 이름과 회사에서 쓰는 해지 사유 목록을 확인하세요.',
  ),
  minutes: 2,
  body: () => ({
    title: say('Before you go', '最後にお聞かせください', '떠나시기 전에'),
    questions: [
      {
        key: 'why',
        type: 'choice',
        text: say('What is the main reason?', '解約の一番の理由は何ですか？', '가장 큰 이유는 무엇인가요?'),
        required: true,
        options: [
          {
            key: 'missing',
            text: say('Something that we need is missing', '必要な機能がなかった', '필요한 기능이 없었어요'),
          },
          {
            key: 'effort',
            text: say('It was too hard to use', '使いこなすのが難しかった', '쓰기가 어려웠어요'),
          },
          {
            key: 'price',
            text: say('It costs more than it gives us', '費用に見合わなかった', '비용만큼 쓸모가 없었어요'),
          },
          {
            key: 'service',
            text: say(
              'We did not get help when we needed it',
              '必要なときに支援を受けられなかった',
              '필요할 때 도움을 받지 못했어요',
            ),
          },
          {
            key: 'project',
            text: say('The project has ended', 'プロジェクトが終わった', '프로젝트가 끝났어요'),
          },
        ],
        other: say('Another reason', 'その他の理由', '다른 이유'),
        random: true,
        next: [
          { when: { type: 'chosen', options: ['missing'] }, to: 'missing' },
          { when: { type: 'chosen', options: ['effort', 'service'] }, to: 'hard' },
          { when: { type: 'chosen', options: ['price'] }, to: 'value' },
          { when: { type: 'any' }, to: 'return' },
        ],
      },
      {
        key: 'missing',
        type: 'text',
        text: say(
          'What did you need that was not there?',
          'どのような機能が必要でしたか？',
          '어떤 기능이 필요하셨나요?',
        ),
        required: false,
        next: [{ when: { type: 'any' }, to: 'return' }],
      },
      {
        key: 'hard',
        type: 'text',
        text: say(
          'Where were you stuck, and what would have helped?',
          'どこで困り、何があれば助かりましたか？',
          '어디서 막혔고, 무엇이 있었으면 도움이 됐을까요?',
        ),
        required: false,
        next: [{ when: { type: 'any' }, to: 'return' }],
      },
      {
        key: 'value',
        type: 'choice',
        text: say('What comes closest?', '最も近いものはどれですか？', '어느 쪽에 가장 가까운가요?'),
        required: false,
        options: [
          { key: 'unused', text: say('We used only a small part', '一部しか使わなかった', '일부만 썼어요') },
          {
            key: 'result',
            text: say('We could not show the result', '効果を示せなかった', '효과를 보여 주지 못했어요'),
          },
          { key: 'budget', text: say('Our budget was cut', '予算が減った', '예산이 줄었어요') },
          {
            key: 'cheaper',
            text: say('Another product costs less', 'ほかの製品のほうが安い', '다른 제품이 더 싸요'),
          },
        ],
        other: null,
        random: true,
      },
      {
        key: 'return',
        type: 'choice',
        text: say(
          'Could you imagine coming back?',
          '今後、また使う可能性はありますか？',
          '다시 쓰실 생각이 있나요?',
        ),
        required: false,
        options: [
          { key: 'yes', text: say('Yes, if this changes', '改善されればある', '나아지면 그럴 수 있어요') },
          {
            key: 'later',
            text: say(
              'Perhaps for another project',
              '別の機会にあるかもしれない',
              '다른 일로는 쓸 수도 있어요',
            ),
          },
          { key: 'no', text: say('No', 'ない', '아니요') },
        ],
        other: null,
        random: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you for the time with us. Your data stays available for export until your contract ends.',
      'これまでご利用いただきありがとうございました。契約が終わるまで、データはいつでも書き出せます。',
      '그동안 함께해 주셔서 고마워요. 계약이 끝날 때까지 데이터를 내보낼 수 있어요.',
    ),
  }),
  delivery: {
    audience: did('cancellation_requested', 1, 14),
    trigger: { event: 'cancellation_requested' },
    delaySeconds: 0,
    recurrence: { afterShownDays: null, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 1 },
    priority: 50,
    verifiedOnly: true,
  },
};
