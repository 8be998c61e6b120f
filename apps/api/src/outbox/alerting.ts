import type { AlertRecord, AlertRuleRecord, Db } from '@banso/database';
import { alerts, contents, scores, webhooks, workspaces } from '@banso/database';
import { releaseAt } from '@banso/domain/alerts';
import type { DropWhen } from '@banso/domain/alerts';
import { scoreChange, scoreFigure } from '@banso/domain/statistics';
import type { Instant } from '@banso/domain/time';
import { addDays, dayOf, mondayOf } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { answersToTell } from './alert-answers.ts';
import { sendAlert } from './send-alert.ts';

type AlertDeps = Pick<Deps, 'newId' | 'settings' | 'clock'>;

/** A rule holds: it is told at once, or held back, and never twice. @returns the members who find something at the bell. */
export async function raise(
  db: Db,
  workspaceId: string,
  rule: AlertRuleRecord,
  alert: Omit<AlertRecord, 'ruleId'>,
  deps: AlertDeps,
): Promise<string[]> {
  const record = { ...alert, ruleId: rule.id };
  const { sent, isWaiting } = await alerts.paceOf(db, workspaceId, rule.id, alert.at);
  const workspace = await workspaces.find(db, workspaceId);
  const hours = rule.hours && {
    ...rule.hours,
    timeZone: rule.hours.timeZone ?? workspace?.timeZone ?? 'UTC',
    closedOn: [],
  };
  const release = releaseAt({ hours: hours ?? undefined, perHour: rule.perHour }, alert.at, sent, isWaiting);
  const isNow = release === alert.at;
  const isNew = await alerts.add(
    db,
    workspaceId,
    record,
    isNow ? { sentAt: alert.at } : { releaseAt: release },
  );
  return isNew && isNow ? tell(db, workspaceId, rule, { alerts: [record], at: alert.at }, deps) : [];
}

/** Tells everything together that a rule has held back. @returns as {@link raise}. */
export async function release(
  db: Db,
  workspaceId: string,
  rule: AlertRuleRecord,
  at: Instant,
  deps: AlertDeps,
): Promise<string[]> {
  const held = await alerts.release(db, workspaceId, rule.id, at);
  const told: string[] = [];
  if (rule.when.type === 'answer') return tell(db, workspaceId, rule, { alerts: held, at }, deps);
  for (const one of held) told.push(...(await tell(db, workspaceId, rule, { alerts: [one], at }, deps)));
  return told;
}

/** Tells of alerts of one rule together. */
async function tell(
  db: Db,
  workspaceId: string,
  rule: AlertRuleRecord,
  { alerts: all, at }: { alerts: readonly AlertRecord[]; at: Instant },
  deps: AlertDeps,
): Promise<string[]> {
  const { publicUrl } = deps.settings;
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return [];
  if (rule.when.type === 'drop') {
    const { surveyId, surveyName, before, after } = first.about as unknown as Drop;
    const { kind } = rule.when;
    const url = `${publicUrl}/console/reports/${kind}?survey=${surveyId}`;
    return sendAlert(
      db,
      workspaceId,
      {
        rule,
        told: { kind: 'drop', rule: rule.name, survey: surveyName, scoreKind: kind, before, after, url },
        notice: {
          kind: 'drop',
          contactId: null,
          about: { rule: rule.name, scoreKind: kind, ...first.about },
        },
        responseIds: [],
        at,
      },
      deps,
    );
  }
  const { textsMayLeave } = await webhooks.textsMayLeave(db, workspaceId);
  const responseIds = all.map(({ subject }) => subject);
  const isOne = all.length === 1;
  const answers = await answersToTell(db, workspaceId, responseIds.slice(-MOST_TOLD), {
    publicUrl,
    // where several people stand in one message, the erasure of one could not take it back
    withTexts: textsMayLeave && isOne,
  });
  return sendAlert(
    db,
    workspaceId,
    {
      rule,
      told: {
        kind: 'answers',
        rule: rule.name,
        count: all.length,
        answers,
        url: `${publicUrl}/console/feedback`,
      },
      notice: {
        kind: isOne ? 'answer' : 'answers',
        contactId: isOne ? first.contactId : null,
        about: { rule: rule.name, responseId: last.subject, count: all.length },
      },
      responseIds: responseIds.slice(-MOST_TOLD),
      at,
    },
    deps,
  );
}

/** Answers that one message names. */
const MOST_TOLD = 50;

interface Drop {
  surveyId: string;
  surveyName: string;
  before: number;
  after: number;
}

/**
 * Looks, until it has told of a week (Monday to Sunday, UTC), whether the score that a rule names fell by more than chance explains, and raises
 * the rule then. @returns as {@link raise}.
 */
export async function lookForDrop(
  db: Db,
  workspaceId: string,
  rule: AlertRuleRecord & { when: DropWhen },
  now: Instant,
  deps: AlertDeps,
): Promise<string[]> {
  const { kind, surveyId } = rule.when;
  const monday = mondayOf(dayOf(now));
  const subject = `week ${monday}`;
  if (await alerts.has(db, workspaceId, rule.id, subject)) return [];
  const [survey] = await contents.listByIds(db, workspaceId, [surveyId]);
  if (!survey) return [];
  const start = (weeksAgo: number): Instant => `${addDays(monday, -7 * weeksAgo)}T00:00:00.000Z`;
  const before = { from: start(2), to: start(1) };
  const after = { from: start(1), to: start(0) };
  const body = survey.draft.body;
  const question =
    kind === 'nps' || !('questions' in body)
      ? undefined
      : (body.questions.find(({ type }) => type === kind)?.key ?? ' ');
  const read = await scores.histogramsIn(db, workspaceId, surveyId, [before, after], { question });
  const [then = [], lately = []] = read;
  const pairs = kind === 'nps' ? await scores.pairsAcross(db, workspaceId, surveyId, { before, after }) : [];
  const change = scoreChange(kind, then, lately, pairs);
  if (!change?.detectable || change.difference >= 0) return [];
  const about: Drop = {
    surveyId,
    surveyName: survey.name,
    before: scoreFigure(kind, then).score ?? 0,
    after: scoreFigure(kind, lately).score ?? 0,
  };
  return raise(db, workspaceId, rule, { subject, contactId: null, about: { ...about }, at: now }, deps);
}
