import type { ContentDraft } from '@banso/database';
import type { ContentBodies, ContentKind, Delivery, LocalizedText } from '@banso/domain/content';
import { defaultRecurrence } from '@banso/domain/decide';
import { EVERYBODY } from '@banso/domain/targeting';
import { inLocales } from './templates/template-draft.ts';

/** The same words in the languages that we write ourselves; a workspace's other languages start empty. */
const WORDS = {
  question: {
    en: 'How likely are you to recommend us to a colleague?',
    ja: '同僚や知人にすすめたいと思いますか？',
    ko: '동료에게 추천하고 싶은 마음이 얼마나 되나요?',
  },
  low: { en: 'Not at all likely', ja: 'まったく思わない', ko: '전혀 없어요' },
  high: { en: 'Extremely likely', ja: '強くそう思う', ko: '매우 커요' },
  detractor: {
    en: 'What would have to change?',
    ja: 'どのような点が変わるとよいですか？',
    ko: '어떤 점이 바뀌면 좋을까요?',
  },
  passive: {
    en: 'What is missing for a higher score?',
    ja: 'あと何があれば、点数が上がりますか？',
    ko: '무엇이 더 있으면 점수가 올라갈까요?',
  },
  promoter: {
    en: 'What do you like most?',
    ja: '特に気に入っている点を教えてください。',
    ko: '가장 마음에 드는 점은 무엇인가요?',
  },
  sorry: {
    en: 'We read every answer.',
    ja: 'すべての回答を読んでいます。',
    ko: '모든 답변을 읽고 있어요.',
  },
  thanks: {
    en: 'This helps us.',
    ja: '今後に活かします。',
    ko: '큰 도움이 돼요.',
  },
  done: { en: 'All set.', ja: '準備が整いました。', ko: '준비가 끝났어요.' },
} satisfies Record<string, LocalizedText>;

/** A survey lets people arrive first; an announcement only matters here once it may come up by itself. */
const DELAY_SECONDS: Readonly<Record<ContentKind, number>> = {
  checklist: 0,
  survey: 10,
  resource: 0,
  announcement: 3,
};

/** What a new content of a kind starts from: for a survey the standard question, ready to be published. */
export function starterDraft(
  kind: ContentKind,
  name: string,
  locales: string[],
  defaultLocale: string,
): ContentDraft {
  const say = (text: LocalizedText) => inLocales(text, locales, defaultLocale);
  const nothing = () => say({});
  const title: LocalizedText = { ...nothing(), [defaultLocale]: name };
  const delivery: Delivery = {
    audience: EVERYBODY,
    pages: [],
    devices: [],
    delaySeconds: DELAY_SECONDS[kind],
    recurrence: defaultRecurrence(kind),
    samplePercent: 100,
    priority: 0,
    interruptive: kind === 'survey',
    verifiedOnly: false,
  };
  const bodies: { [K in ContentKind]: () => ContentBodies[K] } = {
    checklist: () => ({
      title,
      intro: nothing(),
      steps: [],
      ordered: false,
      progressOf: 'contact',
      celebration: say(WORDS.done),
    }),
    survey: () => ({
      title,
      questions: [
        {
          key: 'score',
          type: 'nps',
          text: say(WORDS.question),
          required: true,
          labels: { low: say(WORDS.low), high: say(WORDS.high) },
        },
      ],
      followUps: {
        detractor: say(WORDS.detractor),
        passive: say(WORDS.passive),
        promoter: say(WORDS.promoter),
      },
      endings: { detractor: say(WORDS.sorry), passive: say(WORDS.thanks), promoter: say(WORDS.thanks) },
    }),
    resource: () => ({
      type: 'article',
      title,
      summary: nothing(),
      body: nothing(),
      section: nothing(),
      tags: [],
    }),
    announcement: () => ({ title, body: nothing(), action: null, mode: 'badge' }),
  };
  return { defaultLocale, locales, delivery, body: bodies[kind]() };
}
