import type { Db, FollowUp, ToldPerson } from '@banso/database';
import { cases, contents, followUps, recordedResponses } from '@banso/database';

/** How what is told depends on the workspace and the installation. */
export interface Telling {
  /** Of the console, for links. */
  publicUrl: string;
  /** Whether what customers wrote may leave. */
  textsMayLeave: boolean;
}

/** The address of an answer in the console. */
export const answerUrl = (publicUrl: string, responseId: string): string =>
  `${publicUrl}/console/feedback?answer=${responseId}`;

/**
 * What a webhook is told of something that happened, as it is now.
 *
 * @returns undefined when it is not there any more, or the person was erased.
 */
export async function messageBody(
  db: Db,
  workspaceId: string,
  followUp: FollowUp,
  telling: Telling,
): Promise<string | undefined> {
  const { type, at, contactId } = followUp;
  const person =
    contactId === null ? undefined : (await followUps.people(db, workspaceId, [contactId])).get(contactId);
  if (contactId !== null && !person) return undefined;
  const about = await aboutOf(db, workspaceId, followUp, telling);
  return about && JSON.stringify({ type, timestamp: at, data: { ...about, ...(person && whoOf(person)) } });
}

/** Ids only: the receiver knows names and addresses by its own. */
function whoOf({ id, externalId, account }: ToldPerson) {
  return {
    contact: { id, externalId },
    account: account && { id: account.id, externalId: account.externalId },
  };
}

async function aboutOf(
  db: Db,
  workspaceId: string,
  { type, subject }: FollowUp,
  telling: Telling,
): Promise<object | undefined> {
  switch (type) {
    case 'response.updated':
    case 'response.completed':
      return aboutResponse(db, workspaceId, subject, telling);
    case 'message.received': {
      const found = await followUps.message(db, workspaceId, subject);
      const text = telling.textsMayLeave ? found?.text : null;
      return found && { message: { id: found.id, about: found.about, receivedAt: found.receivedAt, text } };
    }
    case 'case.opened':
    case 'case.changed':
    case 'case.closed': {
      const found = await cases.find(db, workspaceId, subject);
      if (!found) return undefined;
      const { id, status, cause, priority, score, responseId, ownerId, openedAt, dueAt, closedAt, outcome } =
        found;
      const told = {
        id,
        status,
        cause,
        priority,
        score,
        responseId,
        ownerId,
        openedAt,
        dueAt,
        closedAt,
        outcome,
      };
      return { case: told, url: `${telling.publicUrl}/console/cases?case=${id}` };
    }
    case 'content.published': {
      const [found] = await contents.listByIds(db, workspaceId, [subject]);
      return (
        found && { content: { id: found.id, kind: found.kind, name: found.name, version: found.version } }
      );
    }
    default:
      return type satisfies never;
  }
}

async function aboutResponse(db: Db, workspaceId: string, id: string, telling: Telling) {
  const [found] = await recordedResponses.list(db, workspaceId, [id]);
  if (!found) return undefined;
  const answers = await recordedResponses.listAnswers(db, workspaceId, [id]);
  const [survey] = await contents.listByIds(db, workspaceId, [found.contentId]);
  return {
    response: {
      id,
      survey: { id: found.contentId, name: survey?.name ?? '' },
      version: found.version,
      locale: found.locale,
      score: found.score,
      answeredAt: found.answeredAt,
      completedAt: found.completedAt,
      answers: answers
        .filter(({ walked }) => walked)
        .toSorted((a, b) => (a.question < b.question ? -1 : 1))
        .map(({ question, number, options, text }) => ({
          question,
          number,
          options,
          text: telling.textsMayLeave ? text : null,
        })),
    },
    url: answerUrl(telling.publicUrl, id),
  };
}
