import type { CaseRecord } from '@banso/database';
import { audit, cases, caseSettings } from '@banso/database';
import type { CaseClock, CaseOutcome } from '@banso/domain/cases';
import { addOfficeMs, closed, snoozed, touched } from '@banso/domain/cases';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS, HOUR_MS } from '@banso/domain/time';
import type { Chance } from '../random.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Days of the calendar on which the team looks at its cases, and the hour of the UTC day. */
const DESK = { from: -280, to: -2, hour: 9.4 } as const;
/** Cases of the last days are still being worked on. */
const RECENT_MS = 4 * DAY_MS;

/** What becomes of a case: hours of work until somebody speaks to the customer, and days until it is closed. */
interface Fate {
  touchHours: number | undefined;
  closeDays: number;
  outcome: Exclude<CaseOutcome, 'withdrawn'>;
}

/** The team works on its cases: most are answered within their clock and closed within the week. */
export function caseActs(stage: Stage): Act[] {
  const { calendar } = stage;
  const days = Array.from({ length: DESK.to - DESK.from + 1 }, (_, index) => DESK.from + index);
  return days
    .filter((day) => !calendar.isWeekend(day))
    .map((day): Act => ({ at: calendar.at(day, DESK.hour), run: (at) => workOnCases(stage, at, fateOf) }));
}

/** What the team has done of the newest cases by now: some it has not got to, one waits, one is done. */
export function workOnLatest(stage: Stage): Promise<void> {
  const { now } = stage.calendar;
  return workOnCases(stage, now, latestFateOf);
}

type FateOf = (draw: Chance, of: CaseRecord, now: Instant) => Fate | 'wait' | undefined;

async function workOnCases(stage: Stage, now: Instant, fate: FateOf): Promise<void> {
  const chance = stage.chance.fork('cases');
  await inWorkspace(stage, async (db, workspaceId) => {
    const { clock } = await caseSettings.get(db, workspaceId);
    const { data } = await cases.list(db, workspaceId, { view: 'open', now }, { limit: 200 });
    for (const found of data.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))) {
      const draw = chance.fork(`${found.contactId} ${found.openedAt}`);
      const planned = fate(draw, found, now);
      if (planned === undefined) continue;
      const after = workedOn(clock, found, planned, now);
      if (after === found) continue;
      await cases.update(db, workspaceId, after, after.closedAt ?? after.firstTouchAt ?? now);
      if (after.closedAt === null || stage.calendar.now > addMs(after.closedAt, 14 * DAY_MS)) continue;
      await audit.append(db, workspaceId, {
        at: after.closedAt,
        principal: stage.principalOf('haruka'),
        action: 'case.update',
        target: after.id,
        change: { status: 'closed', outcome: after.outcome },
      });
    }
  });
}

/** The state of a case at `now` when things go as planned. */
function workedOn(clock: CaseClock, of: CaseRecord, fate: Fate | 'wait', now: Instant): CaseRecord {
  if (fate === 'wait') {
    const until = addOfficeMs(clock.hours, addMs(now, DAY_MS), HOUR_MS);
    return of.snoozedUntil === null ? { ...of, ...snoozed(clock, of, until, now) } : of;
  }
  let after = of;
  const { touchHours, closeDays, outcome } = fate;
  if (touchHours !== undefined && of.contactedAt === null) {
    const at = addOfficeMs(clock.hours, of.openedAt, touchHours * HOUR_MS);
    if (at <= now) after = { ...after, ...touched(after, at, true) };
  }
  const closing = addOfficeMs(clock.hours, of.heardAt, closeDays * 9 * HOUR_MS);
  if (closing <= now) after = { ...after, ...closed(clock, after, outcome, closing) };
  return after;
}

function fateOf(draw: Chance, { openedAt }: CaseRecord, now: Instant): Fate | undefined {
  const isMissed = draw.happens(0.1);
  const isLate = draw.happens(0.16);
  const touchHours = isMissed ? undefined : isLate ? draw.whole(11, 26) : draw.whole(1, 8);
  const closeDays = draw.whole(2, 6);
  const outcome = isMissed ? 'no_answer' : draw.weighted(OUTCOMES);
  // those of the last days are looked at in the end
  return openedAt < addMs(now, -DAY_MS / 4) ? { touchHours, closeDays, outcome } : undefined;
}

const OUTCOMES = [
  ['resolved', 80],
  ['no_answer', 14],
  ['not_needed', 6],
] as const;

/** Never the older ones: the days before have seen to them. */
function latestFateOf(draw: Chance, { openedAt }: CaseRecord, now: Instant): ReturnType<FateOf> {
  if (openedAt < addMs(now, -RECENT_MS)) return undefined;
  return draw.happens(0.12) ? 'wait' : undefined;
}
