import type { SurveyBody } from '@banso/domain/content';
import { answeredTransaction } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import type { LiveContent } from '../../published-contents.ts';
import { shownIn } from '../ledger.ts';
import { bareUrl } from '../page-url.ts';
import { languageOf } from '../projections/preferences.ts';
import type { Response, ResponseOrigin } from '../projections/response.ts';
import { answered, begunResponse, completed } from '../projections/response.ts';
import { answerTo } from '../projections/survey-answer.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';
import { noteAskedElsewhere } from './asked-elsewhere.ts';
import { respondentOf } from './respondent.ts';

type LiveSurvey = Extract<LiveContent, { kind: 'survey' }>;
type SurveyEvent = Extract<ReceivedFact['event'], { type: 'survey_answered' | 'survey_completed' }>;

/** A question was answered, or the end of the survey was reached. */
export function applySurvey(
  caller: Caller,
  event: SurveyEvent,
  occurredAt: Instant,
  content: LiveSurvey,
): Refusal | undefined {
  const { ledger, actor } = caller;
  const body = shownIn(ledger.bodies, content, event);
  if (!body || !('questions' in body)) return refusal('unknown_content', 'version: was never published');
  const known = ledger.responses.get(event.responseId);
  if (known && (known.contactId !== actor.contactId || known.contentId !== content.id))
    return UNKNOWN_RESPONSE;

  if (event.type === 'survey_completed') {
    if (!known) return UNKNOWN_RESPONSE;
    ledger.responses.set(known.id, completed(known, body, occurredAt));
    return undefined;
  }
  const answer = answerTo(body, event.question, event);
  if (isRefusal(answer)) return answer;
  const response = known ?? begun(caller, event, occurredAt, content, body);
  if (!known && actor.link) {
    const { id: factId, contentId, version, variant = null } = event;
    noteAskedElsewhere(ledger, actor, { factId, contentId, version, variant, at: occurredAt });
  }
  ledger.responses.set(
    response.id,
    answered(response, body, event.question, { ...answer, answeredAt: occurredAt, factId: event.id }),
  );
  return undefined;
}

const UNKNOWN_RESPONSE = refusal('unknown_response', 'responseId: there is no such response of this person');

function begun(
  caller: Caller,
  event: Extract<SurveyEvent, { type: 'survey_answered' }>,
  at: Instant,
  content: LiveSurvey,
  body: SurveyBody,
): Response {
  const { actor, ledger } = caller;
  const person = ledger.people.need(actor.contactId);
  const origin: ResponseOrigin = {
    id: event.responseId,
    contentId: event.contentId,
    version: event.version,
    variant: event.variant ?? null,
    contactId: actor.contactId,
    ...respondentOf(ledger, actor),
    locale: languageOf(person, actor.locale),
    pageUrl: event.url === undefined ? null : bareUrl(event.url),
    verified: actor.verified,
    transactionId: transactionFor(caller, content, at),
    importId: null,
    source: actor.link?.channel ?? 'widget',
    linkId: actor.link?.id ?? null,
    isTest: person.isTest,
  };
  return begunResponse(origin, body, at);
}

/** Which transaction a response is about that begins now; from now on it is answered. */
function transactionFor(
  { actor, ledger, receivedAt }: Caller,
  { id, candidate }: LiveSurvey,
  at: Instant,
): string | null {
  if (candidate.transaction === undefined) return null;
  const known = ledger.transactions.get(actor.contactId, id);
  const state = ledger.states.get(actor.contactId, id);
  const found = answeredTransaction(candidate.transaction, known, state, receivedAt);
  if (!found) return null;
  const answered = known.map((one) => (one === found ? { ...one, answeredAt: at } : one));
  ledger.transactions.set(actor.contactId, id, answered);
  return found.id;
}
