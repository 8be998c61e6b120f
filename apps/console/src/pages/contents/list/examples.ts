import type {
  AnnouncementBody,
  ChecklistBody,
  ChecklistStep,
  ContentBodies,
  ContentKind,
  LocalizedText,
  ResourceBody,
} from '@banso/domain/content';
import { defaultDelivery } from '@banso/domain/decide';
import type { EventCondition } from '@banso/domain/targeting';
import { newKey } from '../model/checklist-steps.ts';
import type { Draft } from '../model/content-draft.ts';

const did = (name: string): EventCondition => ({
  type: 'event',
  subject: 'account',
  name,
  op: 'at_least',
  count: 1,
  withinDays: null,
});

const step = (
  title: LocalizedText,
  body: LocalizedText,
  more: Partial<ChecklistStep> = {},
): ChecklistStep => ({
  key: newKey('s'),
  title,
  body,
  action: null,
  completeWhen: null,
  requires: [],
  optional: false,
  visibleWhen: null,
  dueInDays: null,
  owner: 'customer',
  ...more,
});

/** Words of the examples; they are also what the empty page shows. */
export const EXAMPLE = {
  checklist: {
    title: { en: 'Getting started', ja: 'はじめての設定', ko: '시작하기' },
    steps: [
      {
        title: { en: 'Create your workspace', ja: 'ワークスペースを作る', ko: '워크스페이스 만들기' },
        body: {
          en: 'Give it the name that your team knows.',
          ja: 'チームになじみのある名前を付けます。',
          ko: '팀이 아는 이름을 붙여 주세요.',
        },
      },
      {
        title: { en: 'Invite your team', ja: 'チームを招待する', ko: '팀 초대하기' },
        body: {
          en: 'It gets useful when three people use it.',
          ja: '三人で使うと役に立ち始めます。',
          ko: '세 명이 함께 쓰면 쓸모가 생겨요.',
        },
      },
      {
        title: {
          en: 'Finish your first project',
          ja: '最初のプロジェクトを終える',
          ko: '첫 프로젝트 끝내기',
        },
        body: { en: 'A small one is enough.', ja: '小さなもので十分です。', ko: '작은 것이면 충분해요.' },
      },
    ],
    button: { en: 'Invite people', ja: '招待する', ko: '초대하기' },
    celebration: {
      en: 'All set. Your team can begin.',
      ja: '準備が整いました。チームで始められます。',
      ko: '준비가 끝났어요. 팀이 시작할 수 있어요.',
    },
  },
  survey: {
    title: { en: 'Relationship NPS', ja: '関係性 NPS', ko: '관계 NPS' },
    question: {
      en: 'How likely are you to recommend us to a colleague?',
      ja: '同僚や知人にすすめたいと思いますか？',
      ko: '동료에게 추천하고 싶은 마음이 얼마나 되나요?',
    },
    low: { en: 'Not at all likely', ja: 'まったく思わない', ko: '전혀 없어요' },
    high: { en: 'Extremely likely', ja: '強くそう思う', ko: '매우 커요' },
    followUp: {
      en: 'What would have to change?',
      ja: 'どのような点が変わるとよいですか？',
      ko: '어떤 점이 바뀌면 좋을까요?',
    },
  },
  resource: {
    title: { en: 'Work together in one place', ja: 'ひとつの場所で一緒に働く', ko: '한곳에서 함께 일하기' },
    summary: {
      en: 'Three habits of teams that do well.',
      ja: 'うまくいくチームの三つの習慣。',
      ko: '잘하는 팀의 세 가지 습관.',
    },
    section: { en: 'First steps', ja: '最初のステップ', ko: '첫걸음' },
    body: {
      en: '## Write it where everybody reads\n\nNotes help only those who find them.\n\n- One page for each project\n- Names beside open points\n- A look at it once a week',
      ja: '## みんなが読む場所に書く\n\nメモは、見つけた人にだけ役立ちます。\n\n- プロジェクトごとに1ページ\n- 未決の点には担当者の名前\n- 週に一度見直す',
      ko: '## 모두가 읽는 곳에 쓰기\n\n메모는 찾은 사람에게만 도움이 돼요.\n\n- 프로젝트마다 한 페이지\n- 남은 일에는 담당자 이름\n- 일주일에 한 번 살펴보기',
    },
  },
  announcement: {
    title: { en: 'Shared folders are here', ja: '共有フォルダができました', ko: '공유 폴더가 생겼어요' },
    body: {
      en: 'One place for what belongs to everyone. Your own notes stay private until you move them.',
      ja: 'みんなのものを一か所に置けます。自分のメモは、移すまで自分だけのものです。',
      ko: '모두의 것을 한곳에 둘 수 있어요. 내 메모는 옮기기 전까지 나만 볼 수 있어요.',
    },
    button: { en: 'Try it', ja: '使ってみる', ko: '써 보기' },
  },
} as const satisfies Record<ContentKind, object>;

const BODIES: { readonly [K in Exclude<ContentKind, 'survey'>]: () => ContentBodies[K] } = {
  checklist: (): ChecklistBody => {
    const { title, steps, button, celebration } = EXAMPLE.checklist;
    const [create, invite, project] = steps;
    return {
      title,
      intro: {},
      steps: [
        step(create.title, create.body, { completeWhen: did('workspace_created') }),
        step(invite.title, invite.body, {
          completeWhen: did('member_invited'),
          action: { label: button, url: '/team/invite' },
          dueInDays: 3,
        }),
        step(project.title, project.body),
      ],
      ordered: false,
      progressOf: 'account',
      celebration,
    };
  },
  resource: (): ResourceBody => ({ type: 'article', tags: [], ...EXAMPLE.resource }),
  announcement: (): AnnouncementBody => {
    const { title, body, button } = EXAMPLE.announcement;
    return { title, body, action: { label: button, url: '/folders' }, mode: 'badge' };
  },
};

/**
 * The example as a draft in the languages of a workspace; its words exist in English, Japanese and Korean, and English
 * stands in where the default language is another one. `undefined` for surveys: theirs is what the server starts from.
 */
export function exampleDraft(
  kind: ContentKind,
  locales: readonly string[],
  defaultLocale: string,
): Draft | undefined {
  if (kind === 'survey') return undefined;
  const body = inLocales(BODIES[kind](), locales, defaultLocale) as ContentBodies[ContentKind];
  return { defaultLocale, locales, delivery: defaultDelivery(kind), body };
}

/** Every text of the example (an object with an English text), cut down to these languages. */
function inLocales(value: unknown, locales: readonly string[], defaultLocale: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inLocales(each, locales, defaultLocale));
  if (typeof value !== 'object' || value === null) return value;
  const text = value as Readonly<Record<string, unknown>>;
  if (typeof text['en'] !== 'string')
    return Object.fromEntries(
      Object.entries(text).map(([key, each]) => [key, inLocales(each, locales, defaultLocale)]),
    );
  const words = locales.flatMap((locale) => {
    const own = text[locale] ?? text[locale.split('-')[0] ?? ''];
    return typeof own === 'string' ? [[locale, own]] : locale === defaultLocale ? [[locale, text['en']]] : [];
  });
  return Object.fromEntries(words);
}
