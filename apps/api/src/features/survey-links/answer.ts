import { randomBytes } from 'node:crypto';
import type { AppDeps } from '../../app-env.ts';
import { credentialHash } from '../../credential.ts';
import type { Verdict } from '../../recorder/recorder.ts';
import { readEvents } from '../../read-events.ts';
import type { LinkAddress } from './link-token.ts';
import type { Visit } from './visit.ts';
import { responseIdOf } from './visit.ts';

type AnswerDeps = Pick<AppDeps, 'recorder' | 'clock' | 'limits' | 'settings'>;

/** What a page of a link reports. */
export interface Told {
  /** The page's own id: a visitor of an open link is known again by it when the same report comes twice. */
  pageId: string;
  /** By the sender's clock. */
  sentAt: string;
  locale: string;
  /** Events of the widget, without what the link says: `contentId` and `responseId`. */
  events: readonly (Readonly<Record<string, unknown>> & { type: string })[];
}

/** What became of a report, and whose address it is from now on. */
export interface Taken {
  verdicts: Verdict[];
  address: LinkAddress;
}

/** Only these make somebody of whoever has an open link: who looks at it and goes is nobody. */
const SAYING = new Set(['survey_answered', 'survey_completed']);

/**
 * Records what a visitor of a link says, exactly as what the widget reports.
 * @param client - What requests are limited by.
 * @throws {AppError} `rate_limited` when too many begin to answer by one open link from one address; `erased`.
 */
export async function takeAnswers(
  deps: AnswerDeps,
  visit: Visit,
  told: Told,
  client: string,
): Promise<Taken> {
  const { recorder, clock } = deps;
  const { link, person, address } = visit;
  if (!person && !told.events.some(({ type }) => SAYING.has(type))) return { verdicts: [], address };
  const actor = person ?? (await newVisitor(deps, visit, told, client));
  const responseId = responseIdOf(link.id, actor.id);
  const events = told.events.map((event) => ({
    ...event,
    contentId: link.contentId,
    ...(SAYING.has(event.type) && { responseId }),
  }));
  const receivedAt = clock.now();
  const { facts, refused } = readEvents(events, { sentAt: told.sentAt, receivedAt });
  const recorded = await recorder.record(
    {
      workspaceId: address.workspaceId,
      contactId: actor.id,
      accountId: actor.accountId,
      // a personal address vouches for the person as far as we were ever sure of them
      verified: actor.identity === 'verified',
      locale: told.locale,
      link: { id: link.id, channel: link.channel },
    },
    facts,
  );
  return {
    verdicts: [...recorded, ...refused.map((one) => ({ ...one, accepted: false as const }))],
    address: { ...address, contactId: actor.id },
  };
}

/** Somebody of whom nothing is known but that they answer by an open link. */
async function newVisitor(
  { recorder, clock, limits, settings }: AnswerDeps,
  { address: { workspaceId }, link }: Visit,
  { pageId, locale }: Told,
  client: string,
) {
  await limits.take('openLink', client, link.id);
  const { contactId, accountId } = await recorder.arrive({
    workspaceId,
    identity: 'anonymous',
    externalId: `link-${link.id}-${pageId}`,
    traits: {},
    signedTraits: {},
    account: undefined,
    locale,
    timeZone: undefined,
    pageUrl: settings.publicUrl,
    // nobody speaks by it: it has ended
    session: { tokenHash: credentialHash(randomBytes(32).toString('base64url')), expiresAt: clock.now() },
  });
  return { id: contactId, accountId, identity: 'anonymous' as const };
}
