import type { MailOutcome, MailRecord } from '@banso/database';
import { mails, organisations, workspaces } from '@banso/database';
import { nextAttemptAt } from '@banso/domain/alerts';
import type { Instant } from '@banso/domain/time';
import { addMs, MINUTE_MS, SECOND_MS } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import type { MailWords } from '../mail/queue-mail.ts';
import type { Transport } from '../mail/transport.ts';
import { createMailTransport, isClosed, isRefused } from '../mail/transport.ts';
import { mailPlace, unseal } from '../sealing.ts';

const EVERY_MS = 5 * SECOND_MS;
/** Longer than the transport can take for one mail, whatever the server does. */
const LEASE_MS = 10 * MINUTE_MS;
const LONGEST_ERROR = 300;

type MailDeps = Pick<Deps, 'database' | 'clock' | 'settings' | 'log'>;

/**
 * Sends every mail that is due. Safe in any number of processes: each mail is in the hands of one of them. One that dies between
 * the server's yes and its own commit sends the mail again, with the same `Message-ID`.
 */
export async function sendMails(
  deps: MailDeps,
  transport: Transport,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const { database, clock } = deps;
  const scopes = [
    ...(await organisations.listIds(database.control)),
    ...(await workspaces.listIds(database.control)),
  ];
  for (const id of scopes) {
    const scope = database.forWorkspace(id);
    while (!isStopping() && (await scope.read((db) => mails.isDue(db, id, clock.now()))))
      // the others wait for the next round, without an attempt of theirs
      if (!(await sendNext(deps, transport, id))) return;
  }
}

/** @returns `false` when the mail server takes nothing from anybody. */
async function sendNext(deps: MailDeps, transport: Transport, scopeId: string): Promise<boolean> {
  const { database, clock, settings, log } = deps;
  const scope = database.forWorkspace(scopeId);
  const now = clock.now();
  const mail = await scope.write((db) =>
    mails.takeNext(db, scopeId, { now, leasedUntil: addMs(now, LEASE_MS) }),
  );
  if (!mail) return true;
  const settle = (outcome: MailOutcome) => scope.write((db) => mails.settle(db, scopeId, mail, outcome));
  try {
    const words = unseal(settings.secret, mailPlace(mail.id), mail.body ?? '');
    await transport.send(mail, JSON.parse(words) as MailWords);
  } catch (error) {
    log.warn({ mail: mail.id, attempts: mail.attempts, code: codeOf(error) }, 'a mail was not taken');
    await settle(failed(mail, error, clock.now()));
    return !isClosed(error);
  }
  await settle({ state: 'sent', at: clock.now() });
  return true;
}

function failed({ attempts }: MailRecord, error: unknown, now: Instant): MailOutcome {
  // servers repeat addresses in what they answer: those stay in the row, which is erased with its person
  const said = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
  const dueAt = isRefused(error) ? undefined : nextAttemptAt(attempts, now, Math.random());
  return dueAt === undefined ? { state: 'failed', error: said } : { state: 'waiting', dueAt, error: said };
}

/** For the log, which holds no address. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Sends mails as they come, where the installation has a mail server. @returns the function that stops it. */
export function startMails(deps: MailDeps): () => Promise<void> {
  const { settings, log } = deps;
  if (!settings.mail) return async () => {};
  const transport = createMailTransport(settings.mail);
  let isStopping = false;
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= sendMails(deps, transport, () => isStopping)
      .catch((err: unknown) => log.error({ err }, 'mails were not sent'))
      .finally(() => (underWay = undefined));
  }, EVERY_MS);
  timer.unref();
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await underWay;
    transport.close();
  };
}
