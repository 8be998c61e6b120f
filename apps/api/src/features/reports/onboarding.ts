import type * as contract from '@banso/contract/journey';
import type { ActivationGoals, ContentRecord, Db, JourneyScope } from '@banso/database';
import { activationGoals, contents, journeys } from '@banso/database';
import type { ChecklistBody } from '@banso/domain/content';
import type { Activation, ActivationGoal } from '@banso/domain/onboarding';
import { activationOf, cohortsOf, funnelOf } from '@banso/domain/onboarding';
import type { Day, Period } from '@banso/domain/time';
import { addDays, dayOf } from '@banso/domain/time';
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import type { LiveContents } from '../../published-contents.ts';
import { catalogueOf, sharedChecklistsIn } from '../../recorder/catalogue.ts';

type Asked = Omit<z.infer<typeof contract.OnboardingQuery>, 'withinDays'> & {
  withinDays?: number | undefined;
};

/** A checklist with what the question about it makes of it. */
export interface Journey {
  checklist: ContentRecord;
  body: ChecklistBody;
  scope: JourneyScope;
  period: Period;
  goal: ActivationGoal | null;
  goalFrom: contract.OnboardingReport['goalFrom'];
}

/** What a question about the journeys through a checklist is about. @throws {AppError} `not_found` */
export async function journeyOf(db: Db, workspaceId: string, asked: Asked): Promise<Journey> {
  const checklist = await contents.find(db, workspaceId, 'checklist', asked.checklistId);
  if (!checklist) throw new AppError('not_found', 'There is no such checklist.');
  const version =
    checklist.version === null
      ? undefined
      : await contents.findVersion(db, workspaceId, checklist.id, checklist.version);
  const body = (version?.draft ?? checklist.draft).body as ChecklistBody;
  const { unit, unverified } = asked;
  return {
    checklist,
    body,
    scope: {
      checklistId: checklist.id,
      isShared: body.progressOf === 'account',
      unit,
      unverified: unverified === 'include',
    },
    period: wholeDays(asked),
    ...goalFor(asked, await activationGoals.list(db, workspaceId)),
  };
}

/** UTC days, both included, as a half-open period. */
export function wholeDays({ from, to }: { from: Day; to: Day }): Period {
  return { from: `${from}T00:00:00.000Z`, to: `${addDays(to, 1)}T00:00:00.000Z` };
}

function goalFor(
  { checklistId, event, withinDays }: Asked,
  { workspace, byChecklist }: ActivationGoals,
): Pick<Journey, 'goal' | 'goalFrom'> {
  if (event !== undefined && withinDays !== undefined)
    return { goal: { event, withinDays }, goalFrom: 'question' };
  const own = byChecklist.get(checklistId);
  if (own) return { goal: own, goalFrom: 'checklist' };
  return workspace ? { goal: workspace, goalFrom: 'workspace' } : { goal: null, goalFrom: null };
}

/** The funnel of a checklist, and who was activated, of the units that began in some days. */
export async function onboardingReport(
  { database, clock, published }: Pick<Deps, 'database' | 'clock' | 'published'>,
  workspaceId: string,
  asked: Asked,
): Promise<contract.OnboardingReport> {
  const live = await published.of(workspaceId);
  const now = clock.now();
  const asOf = dayOf(now);
  return database.forWorkspace(workspaceId).read(async (db) => {
    const { checklist, body, scope, period, goal, goalFrom } = await journeyOf(db, workspaceId, asked);
    const counts = await journeys.counts(db, workspaceId, scope, period);
    const waiting = await waitingFor(db, workspaceId, scope, live, now);
    const funnel = funnelOf(
      { ...counts, waiting },
      body.steps.map(({ key }) => key),
    );
    const groups = goal ? await journeys.groups(db, workspaceId, scope, period, goal) : [];
    const { from, to, unit } = asked;
    return {
      from,
      to,
      unit,
      asOf,
      checklist: {
        id: checklist.id,
        name: checklist.name,
        version: checklist.version,
        isShared: scope.isShared,
      },
      goal,
      goalFrom,
      funnel: {
        lines: funnel.lines.map(({ stage, step: key, count, share }) => {
          const step = body.steps.find((each) => each.key === key);
          return {
            stage,
            step: step ? { key: step.key, title: step.title, optional: step.optional } : null,
            count,
            share: share ?? null,
          };
        }),
        dismissed: funnel.dismissed ?? null,
        snoozed: funnel.snoozed ?? null,
      },
      activation: goal && onWire(activationOf(groups, goal.withinDays, asOf)),
      cohorts: goal
        ? cohortsOf(groups, goal.withinDays, asOf).map(({ month, ...found }) => ({ month, ...onWire(found) }))
        : [],
    };
  });
}

/** Nobody waits for a checklist that customers can not see. */
async function waitingFor(
  db: Db,
  workspaceId: string,
  scope: JourneyScope,
  live: LiveContents,
  now: string,
): Promise<number> {
  const content = live.get(scope.checklistId);
  if (content?.candidate.status !== 'published') return 0;
  const catalogue = catalogueOf(live);
  const { audience, verifiedOnly } = content.candidate;
  return journeys.countWaiting(db, workspaceId, scope, audience, {
    now,
    sharedChecklists: sharedChecklistsIn(catalogue),
    segments: catalogue.segments,
    verifiedOnly,
  });
}

function onWire({ rate, p50, p75, time, ...counts }: Activation): contract.Activation {
  return {
    ...counts,
    rate: rate ?? null,
    p50: p50 ?? null,
    p75: p75 ?? null,
    median: time
      ? { days: time.median ?? null, low: time.low ?? null, high: time.high ?? null, n: time.n }
      : null,
  };
}
