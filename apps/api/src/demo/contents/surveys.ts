import type { LocalizedText, SurveyBody } from '@banso/domain/content';
import { defaultRecurrence } from '@banso/domain/decide';
import type { Condition } from '@banso/domain/targeting';
import { say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** Days of the calendar on which the versions of the relationship survey were published. */
export const NPS_VERSION_DAYS = [-255, -118] as const;
/** Nobody is asked before they have written so many notes. */
export const NOTES_BEFORE_NPS = 3;
/** The question that carries the score. */
export const SCORE_QUESTION = 'score';

const LOW = say('Not at all likely', 'まったく思わない', '전혀 없어요');
const HIGH = say('Extremely likely', '強くそう思う', '매우 커요');

const nps = (text: LocalizedText): SurveyBody['questions'] => [
  { key: SCORE_QUESTION, type: 'nps', text, required: true, labels: { low: LOW, high: HIGH } },
];

const ENDINGS: SurveyBody['endings'] = {
  detractor: say(
    'Your contact at Kumo Notes reads this today.',
    '担当者が今日中に読みます。',
    '담당자가 오늘 안에 읽어요.',
  ),
  passive: say(
    'This helps us to choose what comes next.',
    '次に何をよくするか、参考にします。',
    '다음에 무엇을 고칠지 정하는 데 도움이 돼요.',
  ),
  promoter: say(
    'We pass it on to the people who built it.',
    '作った者にも伝えます。',
    '만든 사람들에게 전할게요.',
  ),
};

const FIRST: SurveyBody = {
  title: say('How are we doing?', 'ご意見をお聞かせください', '의견을 들려주세요'),
  questions: nps(
    say(
      'How likely are you to recommend Kumo Notes to a friend or colleague?',
      'Kumo Notes を友人や同僚に薦める可能性は、どのくらいありますか？',
      'Kumo Notes를 친구나 동료에게 추천할 가능성은 얼마나 되나요?',
    ),
  ),
  followUps: {
    detractor: say('What went wrong?', '何がうまくいきませんでしたか？', '무엇이 잘 안 됐나요?'),
    passive: say('What is missing?', '何が足りませんか？', '무엇이 부족한가요?'),
    promoter: say('What do you like?', 'どこが気に入っていますか？', '어떤 점이 좋은가요?'),
  },
  endings: ENDINGS,
};

const SECOND: SurveyBody = {
  ...FIRST,
  questions: nps(
    say(
      'How likely are you to recommend Kumo Notes to a colleague at work?',
      'Kumo Notes を職場の同僚に薦めたいと思いますか？',
      'Kumo Notes를 직장 동료에게 추천하고 싶은 마음이 얼마나 되나요?',
    ),
  ),
  followUps: {
    detractor: say(
      'What gets in your way most?',
      'いちばん困っていることは何ですか？',
      '가장 불편한 점은 무엇인가요?',
    ),
    passive: say(
      'What would make Kumo Notes better for you?',
      'どうなると、もっと使いやすくなりますか？',
      '어떻게 달라지면 더 좋을까요?',
    ),
    promoter: say(
      'What do you like most?',
      '特に気に入っている点を教えてください。',
      '가장 마음에 드는 점은 무엇인가요?',
    ),
  },
};

const KNOWS_THE_PRODUCT: Condition = {
  type: 'event',
  subject: 'contact',
  name: 'note_created',
  op: 'at_least',
  count: NOTES_BEFORE_NPS,
  withinDays: null,
};

/** The survey of all nine months: asked of people who know the product, in two wordings. */
export const RELATIONSHIP_NPS: DemoContent = (() => {
  const recurrence = { ...defaultRecurrence('survey'), maxAttempts: 12 };
  const delivery = {
    audience: KNOWS_THE_PRODUCT,
    delaySeconds: 3,
    verifiedOnly: true,
    priority: 10,
    recurrence,
  };
  const [first, second] = NPS_VERSION_DAYS;
  return {
    kind: 'survey',
    slug: 'relationship-nps',
    tags: ['Feedback', 'Quarterly'],
    name: 'Relationship NPS',
    createdOn: first - 4,
    by: 'mika',
    versions: [
      { day: first, by: 'mika', note: 'First wave', draft: draftOf('survey', FIRST, delivery) },
      {
        day: second,
        by: 'daniel',
        note: 'Asks about colleagues only, and the follow-ups ask for one thing',
        draft: draftOf('survey', SECOND, delivery),
      },
    ],
  };
})();

const ONBOARDING: SurveyBody = {
  title: say('How was the start?', '導入はいかがでしたか', '시작은 어땠나요?'),
  questions: [
    ...nps(
      say(
        'After the first month: how likely are you to recommend Kumo Notes to a team like yours?',
        '1か月使ってみて、同じようなチームに Kumo Notes を薦めたいと思いますか？',
        '한 달 써 보니 비슷한 팀에 Kumo Notes를 추천하고 싶은 마음이 얼마나 되나요?',
      ),
    ),
    {
      key: 'missing-help',
      type: 'text',
      text: say(
        'Where did you have to find the way by yourselves?',
        '自分たちで調べるしかなかったのは、どのようなことでしたか？',
        '스스로 찾아야 했던 것은 무엇이었나요?',
      ),
      required: false,
    },
  ],
  followUps: { detractor: null, passive: null, promoter: null },
  endings: ENDINGS,
};

/** A survey that the team still works on: never published. */
export const ONBOARDING_SURVEY: DemoContent = {
  kind: 'survey',
  slug: 'after-onboarding',
  tags: ['Feedback', 'Onboarding'],
  name: 'After onboarding',
  createdOn: -9,
  by: 'haruka',
  versions: [],
  draft: {
    day: -3,
    by: 'haruka',
    draft: draftOf('survey', ONBOARDING, {
      audience: KNOWS_THE_PRODUCT,
      delaySeconds: 10,
      verifiedOnly: true,
    }),
  },
};
