import type { SurveyBody } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { LiveContent } from '../../published-contents.ts';
import { versionKey } from '../ledger.ts';
import { bareUrl } from '../page-url.ts';
import type { Response } from '../projections/response.ts';
import { answered, begunResponse, completed } from '../projections/response.ts';
import { answerTo } from '../projections/survey-answer.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';

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
  const body =
    event.version === content.version
      ? content.body
      : ledger.bodies.get(versionKey(content.id, event.version));
  if (!body || !('questions' in body)) return refusal('unknown_content', 'version: was never published');
  const known = ledger.responses.get(event.responseId);
  if (known && (known.contactId !== actor.contactId || known.contentId !== content.id))
    return UNKNOWN_RESPONSE;

  if (event.type === 'survey_completed') {
    if (!known) return UNKNOWN_RESPONSE;
    ledger.responses.set(known.id, completed(known, occurredAt));
    return undefined;
  }
  const answer = answerTo(body, event.question, event.value);
  if (isRefusal(answer)) return answer;
  const response = known ?? begun(caller, event, occurredAt, body);
  ledger.responses.set(
    response.id,
    answered(response, body, event.question, { ...answer, answeredAt: occurredAt }),
  );
  return undefined;
}

const UNKNOWN_RESPONSE = refusal('unknown_response', 'responseId: there is no such response of this person');

function begun(
  { actor }: Caller,
  event: Extract<SurveyEvent, { type: 'survey_answered' }>,
  at: Instant,
  body: SurveyBody,
): Response {
  const origin = {
    id: event.responseId,
    contentId: event.contentId,
    version: event.version,
    contactId: actor.contactId,
    accountId: actor.accountId,
    locale: actor.locale,
    pageUrl: event.url === undefined ? null : bareUrl(event.url),
    verified: actor.verified,
  };
  return begunResponse(origin, body, at);
}
