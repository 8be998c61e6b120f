import { type ContentTemplate, both, did } from './content-template.ts';
import { say } from './words.ts';

/** After somebody has used a new feature a few times: early enough to change it. */
export const FEATURE_FEEDBACK: ContentTemplate<'survey'> = {
  id: 'feature-feedback',
  kind: 'survey',
  name: say('Feature feedback', '新機能への意見', '새 기능 의견'),
  purpose: say(
    'Asks on the page of a new feature, after the third use, how well it does its work and what is missing.',
    '新機能を3回使った方に、その画面で、役に立ち具合と足りない点を尋ねます。',
    '새 기능을 세 번 쓴 분에게 그 화면에서 얼마나 도움이 되는지, 무엇이 부족한지 물어요.',
  ),
  adjust: say(
    'The event report_created and the page of your feature.',
    '対象の機能のイベント（report_created）と画面のアドレスをご変更ください。',
    '대상 기능의 이벤트(report_created)와 화면 주소를 바꾸세요.',
  ),
  minutes: 1,
  body: () => ({
    title: say('About the new reports', '新しいレポートについて', '새 보고서에 대해'),
    questions: [
      {
        key: 'works',
        type: 'rating',
        text: say(
          'How well do the new reports do what you need?',
          '新しいレポートは、どのくらい役に立っていますか？',
          '새 보고서가 필요한 일을 얼마나 잘 해내나요?',
        ),
        required: true,
        labels: {
          low: say('Not at all', 'まったく役に立たない', '전혀 못 해요'),
          high: say('Very well', 'とても役に立つ', '아주 잘해요'),
        },
        next: [
          { when: { type: 'between', low: 1, high: 3 }, to: 'missing' },
          { when: { type: 'any' }, to: 'used-for' },
        ],
      },
      {
        key: 'missing',
        type: 'text',
        text: say(
          'What did you try to do that did not work?',
          'うまくいかなかったのは、どのような作業ですか？',
          '해 보려다 안 된 것은 무엇인가요?',
        ),
        required: false,
        next: [{ when: { type: 'any' }, to: null }],
      },
      {
        key: 'used-for',
        type: 'text',
        text: say('What do you use them for?', 'どのようなことに使っていますか？', '어디에 쓰고 계세요?'),
        required: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you. The people who build the reports read this today.',
      'ありがとうございます。レポートの開発チームが今日中に読みます。',
      '고마워요. 보고서를 만드는 팀이 오늘 읽을게요.',
    ),
  }),
  delivery: {
    audience: both(did('report_created', 3, 30)),
    pages: ['*/reports*'],
    delaySeconds: 15,
    trigger: { idleSeconds: 5 },
    recurrence: { afterShownDays: 7, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 2 },
  },
};
