import type { SurveyBody } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** Day of the calendar on which both were published. */
export const QUICK_SURVEYS_DAY = -96;

const did = (name: string): Condition => ({
  type: 'event',
  subject: 'contact',
  name,
  op: 'at_least',
  count: 1,
  withinDays: null,
});
const WITHOUT_SCORE = {
  followUps: { detractor: null, passive: null, promoter: null },
  endings: { detractor: {}, passive: {}, promoter: {} },
} as const;

const CSAT: SurveyBody = {
  title: say('About the search', '検索について', '검색에 대해'),
  questions: [
    {
      key: 'search',
      type: 'csat',
      text: say(
        'How satisfied are you with the search?',
        '検索機能にどのくらい満足していますか？',
        '검색 기능에 얼마나 만족하시나요?',
      ),
      required: true,
      labels: {
        low: say('Very dissatisfied', 'とても不満', '매우 불만족'),
        high: say('Very satisfied', 'とても満足', '매우 만족'),
      },
      next: [{ when: { type: 'between', low: 4, high: 5 }, to: 'finds' }],
    },
    {
      key: 'missing',
      type: 'choice',
      text: say('What was missing?', '何が足りませんでしたか？', '무엇이 부족했나요?'),
      required: true,
      options: [
        {
          key: 'not-found',
          text: say('It did not find the note', '目的のノートが見つからない', '찾는 노트가 안 나와요'),
        },
        { key: 'too-many', text: say('Too many results', '結果が多すぎる', '결과가 너무 많아요') },
        { key: 'slow', text: say('It was slow', '遅い', '느려요') },
      ],
      other: say('Something else', 'その他', '기타'),
      random: true,
      next: [{ when: { type: 'any' }, to: 'more' }],
    },
    {
      key: 'finds',
      type: 'choices',
      text: say('What do you look for most?', '主に何を探しますか？', '주로 무엇을 찾으시나요?'),
      required: false,
      options: [
        { key: 'meetings', text: say('Notes of meetings', '会議のノート', '회의 노트') },
        { key: 'decisions', text: say('Decisions', '決まったこと', '결정 사항') },
        { key: 'people', text: say('Who knows about something', '詳しい人', '잘 아는 사람') },
      ],
      other: say('Something else', 'その他', '기타'),
      random: false,
      next: [{ when: { type: 'any' }, to: null }],
    },
    {
      key: 'more',
      type: 'text',
      text: say('What would you change first?', 'まずどこを変えたいですか？', '무엇부터 바꾸고 싶으세요?'),
      required: false,
    },
  ],
  ...WITHOUT_SCORE,
  ending: say(
    'The people who build the search read this.',
    '検索を作っている者が読みます。',
    '검색을 만드는 사람들이 읽어요.',
  ),
};

const CES: SurveyBody = {
  title: say('About inviting people', '招待について', '초대에 대해'),
  questions: [
    {
      key: 'effort',
      type: 'ces',
      text: say(
        'Kumo Notes made it easy for me to invite my team.',
        'Kumo Notes では、チームを簡単に招待できた。',
        'Kumo Notes에서 팀을 쉽게 초대할 수 있었다.',
      ),
      required: true,
      labels: {
        low: say('Strongly disagree', 'まったくそう思わない', '전혀 그렇지 않다'),
        high: say('Strongly agree', '強くそう思う', '매우 그렇다'),
      },
      next: [{ when: { type: 'between', low: 5, high: 7 }, to: null }],
    },
    {
      key: 'hard',
      type: 'text',
      text: say('What was hard?', '難しかったのはどこですか？', '무엇이 어려웠나요?'),
      required: false,
    },
  ],
  ...WITHOUT_SCORE,
  ending: say('This helps us.', '今後に活かします。', '큰 도움이 돼요.'),
};

const waiting = (slug: string, name: string, body: SurveyBody, after: string): DemoContent => ({
  kind: 'survey',
  slug,
  name,
  createdOn: QUICK_SURVEYS_DAY - 2,
  by: 'daniel',
  versions: [
    {
      day: QUICK_SURVEYS_DAY,
      by: 'daniel',
      note: '',
      draft: draftOf('survey', body, {
        audience: did(after),
        interruptive: false,
        verifiedOnly: true,
        delaySeconds: 0,
      }),
    },
  ],
});

/** Satisfaction with the search, branching; waits in the panel of who has searched. */
export const SEARCH_CSAT = waiting('search-csat', 'Search CSAT', CSAT, 'search_done');
/** How easy it was to invite people; waits in the panel of who has invited somebody. */
export const INVITE_CES = waiting('invite-ces', 'Invitation CES', CES, 'member_invited');
