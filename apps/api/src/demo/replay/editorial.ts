import { type ContentRecord, contentComments, contentReviews, type Db } from '@banso/database';
import { type Act as Change, getContent, writeDown } from '../../contents/lifecycle.ts';
import { seededIds } from '../ids.ts';
import type { KnownContent } from '../history/published-on.ts';
import type { MemberKey } from '../team.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

interface Remark {
  slug: string;
  day: number;
  hour: number;
  by: MemberKey;
  path: string | null;
  text: string;
  /** Who has done what it asks for, and how many days later. */
  resolved?: { by: MemberKey; afterDays: number };
}

/** What colleagues wrote beside the drafts, each in their own language. */
const REMARKS: readonly Remark[] = [
  {
    slug: 'after-onboarding',
    day: -3,
    hour: 6.2,
    by: 'seoyeon',
    path: 'body.questions.0.text',
    text: '한국어 문장이 조금 길어요. “한 달 써 보니”를 빼도 뜻이 통할까요?',
  },
  {
    slug: 'after-onboarding',
    day: -2,
    hour: 1.5,
    by: 'haruka',
    path: 'body.questions.1.text',
    text: '「自分たちで調べるしかなかった」は少し強いでしょうか。ご意見ください。',
  },
  {
    slug: 'after-onboarding',
    day: -2,
    hour: 9.8,
    by: 'daniel',
    path: null,
    text: 'Not before day 30, please: three customers told me that two weeks were too early.',
    resolved: { by: 'haruka', afterDays: 1 },
  },
  {
    slug: 'autumn-session',
    day: -3,
    hour: 9.1,
    by: 'daniel',
    path: 'body.action.url',
    text: 'The link still leads to the session of spring.',
    resolved: { by: 'seoyeon', afterDays: 1 },
  },
];

interface Asked {
  slug: string;
  day: number;
  hour: number;
  by: MemberKey;
  of: MemberKey;
  note: string;
  approved?: { day: number; hour: number; comment: string };
}

/** Drafts that a colleague is asked to read, and what they said. */
const REVIEWS: readonly Asked[] = [
  {
    slug: 'after-onboarding',
    day: -1,
    hour: 3.4,
    by: 'haruka',
    of: 'mika',
    note: '金曜日に公開したいです。質問の順番だけでも見ていただけますか。',
  },
  {
    slug: 'autumn-session',
    day: -2,
    hour: 5.5,
    by: 'seoyeon',
    of: 'daniel',
    note: '링크를 고쳤어요. 다음 주 월요일에 게시할게요.',
    approved: { day: -1, hour: 10.2, comment: 'Good to go. Publish it on Monday morning, not before.' },
  },
];

/** What the team says to each other about drafts. @param contents - Those that are talked about. */
export function editorialActs(stage: Stage, contents: readonly KnownContent[]): Act[] {
  const { calendar, chance, principalOf } = stage;
  const newId = seededIds(chance.fork('editorial'));
  const called = (slug: string): KnownContent => {
    const found = contents.find((content) => content.slug === slug);
    if (!found) throw new RangeError(`There is no content ${slug}`);
    return found;
  };
  /** @param hour - Of the UTC day. */
  const act = (
    [day, hour]: readonly [number, number],
    by: MemberKey,
    slug: string,
    work: (db: Db, act: Change, record: ContentRecord) => Promise<void>,
  ): Act => ({
    at: calendar.at(day, hour),
    run: (at) =>
      inWorkspace(stage, async (db, workspaceId) => {
        const change = { workspaceId, principal: principalOf(by), at };
        const { kind, id } = called(slug);
        await work(db, change, await getContent(db, change, kind, id));
      }),
  });

  const remarks = REMARKS.flatMap(({ slug, day, hour, by, path, text, resolved }) => {
    const id = newId('cmt', calendar.at(day, hour));
    return [
      act([day, hour], by, slug, async (db, { workspaceId, at, principal }, { id: contentId }) =>
        contentComments.create(db, workspaceId, {
          id,
          contentId,
          author: principal.id,
          path,
          text,
          createdAt: at,
          resolvedAt: null,
          resolvedBy: null,
        }),
      ),
      ...(resolved
        ? [
            act([day + resolved.afterDays, hour], resolved.by, slug, (db, { workspaceId, at, principal }) =>
              contentComments.resolve(db, workspaceId, id, { at, member: principal.id }),
            ),
          ]
        : []),
    ];
  });

  const reviews = REVIEWS.flatMap(({ slug, day, hour, by, of, note, approved }) => [
    act([day, hour], by, slug, async (db, change, record) => {
      const reviewer = principalOf(of).id;
      await contentReviews.put(db, change.workspaceId, {
        contentId: record.id,
        state: 'requested',
        draftRevision: record.draftRevision,
        requestedBy: change.principal.id,
        requestedAt: change.at,
        reviewer,
        note,
        decidedBy: null,
        decidedAt: null,
        comment: '',
      });
      await writeDown(db, change, 'request_review', record, { note, reviewer });
    }),
    ...(approved
      ? [
          act([approved.day, approved.hour], of, slug, async (db, change, record) => {
            const open = await contentReviews.find(db, change.workspaceId, record.id);
            if (!open) throw new RangeError(`Nobody asked for a review of ${slug}`);
            const { comment } = approved;
            await contentReviews.put(db, change.workspaceId, {
              ...open,
              state: 'approved',
              decidedBy: change.principal.id,
              decidedAt: change.at,
              comment,
            });
            await writeDown(db, change, 'approve', record, { comment });
          }),
        ]
      : []),
  ]);
  return [...remarks, ...reviews];
}
