import { type ContentTemplate, both, did, inStage } from './content-template.ts';
import { say } from './words.ts';

/** Once, right after the set-up is done. */
export const ONBOARDING_CES: ContentTemplate<'survey'> = {
  id: 'onboarding-ces',
  kind: 'survey',
  name: say('CES after onboarding', '導入後の手間（CES）', '온보딩 후 노력 점수(CES)'),
  purpose: say(
    'Asks once, in the two weeks after onboarding, how much effort it took and where people were stuck.',
    '導入が終わって2週間のうちに1度だけ、手間の大きさとつまずいた箇所を尋ねます。',
    '온보딩을 마친 뒤 2주 안에 한 번만, 얼마나 힘들었고 어디서 막혔는지 물어요.',
  ),
  adjust: say(
    'The event onboarding_completed, and the parts of your set-up among the options.',
    'イベント onboarding_completed の名前と、選択肢にある導入作業の項目をご確認ください。',
    '이벤트 onboarding_completed의 이름과 보기에 있는 설정 항목을 확인하세요.',
  ),
  minutes: 1,
  body: () => ({
    title: say('How was getting started?', '導入はいかがでしたか', '시작은 어떠셨나요?'),
    questions: [
      {
        key: 'effort',
        type: 'ces',
        text: say(
          'It was easy for me to get started.',
          '使い始めるまでの準備は簡単だった。',
          '쉽게 시작할 수 있었다.',
        ),
        required: true,
        labels: {
          low: say('Strongly disagree', 'まったくそう思わない', '전혀 그렇지 않다'),
          high: say('Strongly agree', '強くそう思う', '매우 그렇다'),
        },
        next: [{ when: { type: 'between', low: 6, high: 7 }, to: 'kept' }],
      },
      {
        key: 'stuck',
        type: 'choices',
        text: say(
          'Where did it take the most effort?',
          '特に手間がかかったのはどこですか？',
          '어디가 가장 힘들었나요?',
        ),
        required: false,
        options: [
          { key: 'sign-in', text: say('Signing in', 'ログイン', '로그인') },
          { key: 'import', text: say('Bringing our data', 'データの取り込み', '데이터 가져오기') },
          { key: 'invite', text: say('Inviting people', 'メンバーの招待', '구성원 초대') },
          { key: 'learn', text: say('Understanding how it works', '使い方の理解', '사용법 익히기') },
        ],
        other: say('Something else', 'その他', '그 밖'),
        random: false,
        next: [{ when: { type: 'any' }, to: 'change' }],
      },
      {
        key: 'kept',
        type: 'text',
        text: say('What helped you most?', '特に役に立ったことは何ですか？', '무엇이 가장 도움이 됐나요?'),
        required: false,
        next: [{ when: { type: 'any' }, to: null }],
      },
      {
        key: 'change',
        type: 'text',
        text: say(
          'What should we make easier first?',
          'まず何を簡単にすればよいですか？',
          '무엇부터 쉽게 만들면 좋을까요?',
        ),
        required: false,
      },
    ],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: { detractor: {}, passive: {}, promoter: {} },
    ending: say(
      'Thank you. With this we make it easier for those who come after you.',
      'ありがとうございます。次に始める方がもっと楽になるように活かします。',
      '고마워요. 다음에 시작하는 분이 더 쉽도록 고칠게요.',
    ),
  }),
  delivery: {
    audience: both(inStage('onboarding', 'adopting'), did('onboarding_completed', 1, 14)),
    delaySeconds: 10,
    recurrence: { afterShownDays: 4, afterDismissedDays: null, afterAnsweredDays: null, maxAttempts: 2 },
    priority: 15,
  },
};
