import { APPROVERS } from '@banso/contract';
import type { AccountAtHand, Db, ListedCase, MemberRecord, ResponseRecord } from '@banso/database';
import { caseReports, cases, coverage, inbox, members, myDay } from '@banso/database';
import type { Loop, ScoreKind, Share } from '@banso/domain/statistics';
import { loopOf } from '@banso/domain/statistics';
import type { Instant, Period } from '@banso/domain/time';
import { addMs, DAY_MS, dayOf } from '@banso/domain/time';
import { sharesOf } from '../features/reports/coverage-routes.ts';
import type { Report } from '../features/reports/score-report.ts';
import { scoreReportOf } from '../features/reports/score-report.ts';
import type { LiveContents } from '../published-contents.ts';
import { roleOf } from '../roles.ts';

/** Of a list, at most: a mail is read in a minute. */
const LISTED = 5;
/** So far things are counted; beyond it the mail says "100+". */
export const COUNTED = 100;
const SCORES = 4;
const RENEWAL_DAYS = 60;
/** Of the loop, the coverage and the scores, as the reports begin with. */
export const REPORT_DAYS = 90;
const WEEK_MS = 7 * DAY_MS;

/** What a digest is made of. */
export interface DigestFigures {
  /** Of what is in the reader's own hands. */
  mine: {
    open: number;
    overdue: number;
    /** The most urgent first. */
    cases: ListedCase[];
    detractors: ResponseRecord[];
    detractorsCount: number;
    renewals: AccountAtHand[];
  };
  /** Of the whole workspace, for those who answer for it. */
  whole: { scores: Report[]; loop: Loop; heard: Share | null; period: Period } | undefined;
}

/** What is looked at. */
export interface DigestScope {
  workspaceId: string;
  member: Pick<MemberRecord, 'id' | 'role' | 'organisationId'>;
  live: LiveContents;
  now: Instant;
}

/** Reads everything by the functions of the reports and of "My day": a number is computed in one place. */
export async function digestFigures(db: Db, scope: DigestScope): Promise<DigestFigures> {
  const { workspaceId, member, now } = scope;
  const ownerId = member.id;
  const listCases = (view: 'active' | 'overdue') =>
    cases.list(db, workspaceId, { view, now, ownerId }, { limit: COUNTED });
  const [active, overdue] = [await listCases('active'), await listCases('overdue')];
  const unhappy = await inbox.list(
    db,
    workspaceId,
    { ownerId, questionType: 'nps', scores: [0, 6], from: addMs(now, -WEEK_MS) },
    { limit: COUNTED },
  );
  const today = dayOf(now);
  return {
    mine: {
      open: active.data.length,
      overdue: overdue.data.length,
      cases: active.data.slice(0, LISTED),
      detractors: unhappy.data.slice(0, LISTED),
      detractorsCount: unhappy.data.length,
      renewals: await myDay.renewalsBetween(
        db,
        workspaceId,
        today,
        dayOf(addMs(now, RENEWAL_DAYS * DAY_MS)),
        LISTED,
        ownerId,
      ),
    },
    whole: APPROVERS.includes(roleOf(member.role)) ? await wholeOf(db, scope) : undefined,
  };
}

async function wholeOf(
  db: Db,
  { workspaceId, live, now }: DigestScope,
): Promise<NonNullable<DigestFigures['whole']>> {
  const period = { from: addMs(now, -REPORT_DAYS * DAY_MS), to: now };
  const nameOf = await members.namesOf(db, workspaceId);
  const scores: Report[] = [];
  for (const { surveyId, kind } of scalesIn(live)) {
    const query = {
      surveyId,
      ...period,
      every: 'week' as const,
      unverified: 'exclude' as const,
      format: 'json' as const,
    };
    scores.push(await scoreReportOf(db, workspaceId, kind, query, { now, nameOf }));
  }
  return {
    scores: scores
      .filter(({ current }) => current.n > 0)
      .toSorted((a, b) => b.current.n - a.current.n)
      .slice(0, SCORES),
    loop: loopOf(await caseReports.listOpenedIn(db, workspaceId, period), now),
    heard: sharesOf(await coverage.heard(db, workspaceId, period.from, {})).accounts,
    period,
  };
}

/** The surveys on show with the scales that they ask, each once. */
function scalesIn(live: LiveContents): { surveyId: string; kind: ScoreKind }[] {
  return [...live.values()].flatMap((content) => {
    if (content.kind !== 'survey') return [];
    const types = new Set(content.body.questions.map(({ type }) => type));
    return (['nps', 'csat', 'ces'] as const)
      .filter((kind) => types.has(kind))
      .map((kind) => ({ surveyId: content.id, kind }));
  });
}
