import type { MemberRecord, WorkspaceRecord } from '@banso/database';
import { members, workspaces } from '@banso/database';
import { DAY_MS, lastWeekly, MINUTE_MS, msBetween } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { digestMail } from '../digest/digest-mail.ts';
import { USUAL_DIGEST } from '../digest/usual-digest.ts';
import { queueMail } from '../mail/queue-mail.ts';

/** What stood still for so long is no news any more. */
const STALE_MS = DAY_MS;
/** Of one organisation; far more than any has. */
const MOST_MEMBERS = 10_000;

type DigestDeps = Pick<Deps, 'database' | 'clock' | 'newId' | 'settings' | 'published' | 'log'>;

/** Mails the digest to every member whose moment of the week has come. Once a week each, in any number of processes. */
export async function mailDigests(deps: DigestDeps): Promise<void> {
  const { database, settings } = deps;
  if (!settings.mail) return;
  for (const id of await workspaces.listIds(database.control)) {
    const workspace = await workspaces.find(database.control, id);
    if (!workspace) continue;
    const weeks = await database.forWorkspace(id).read((db) => members.digestWeeks(db, id));
    const team = await members.list(database.control, workspace.organisationId, { limit: MOST_MEMBERS });
    for (const member of team)
      await mailDigest(deps, workspace, member, weeks.get(member.id)).catch((err: unknown) =>
        // the others have theirs all the same
        deps.log.error({ err, member: member.id }, 'a digest was not mailed'),
      );
  }
}

/** @param sent - The week of the last one; undefined: there was none. */
async function mailDigest(
  deps: DigestDeps,
  workspace: WorkspaceRecord,
  member: MemberRecord,
  sent: string | undefined,
): Promise<void> {
  const { database, clock } = deps;
  const { on, weekday, hour } = member.digest ?? USUAL_DIGEST;
  if (!on) return;
  const now = clock.now();
  const { at, week } = lastWeekly({ weekday, hour, timeZone: member.timeZone ?? workspace.timeZone }, now);
  const isTaken = sent !== undefined && sent >= week;
  // whoever joined or chose since then is told at their next turn
  if (isTaken || at < member.createdAt || msBetween(at, now) > STALE_MS) return;
  const mail = await digestMail(deps, workspace.id, member);
  await database.forWorkspace(workspace.id).write(async (db) => {
    const isOurs = await members.takeDigestTurn(db, workspace.id, member.id, week);
    if (isOurs && mail) await queueMail(db, { ...mail, dedupeKey: `digest:${member.id}:${week}` }, deps);
  });
}

/** Looks every minute whose moment has come, where mails are sent. @returns the function that stops it. */
export function startDigests(deps: DigestDeps): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= mailDigests(deps)
      .catch((err: unknown) => deps.log.error({ err }, 'digests were not mailed'))
      .finally(() => (underWay = undefined));
  }, MINUTE_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
