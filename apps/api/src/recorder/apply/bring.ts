import type { ImportedLine } from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { bodyOf } from '@banso/domain/content';
import type { RowProblem } from '@banso/domain/history';
import { later } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Brought } from '../brought.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { versionKey } from '../ledger.ts';
import { nameOf } from '../load.ts';
import { answered, begunResponse, completed } from '../projections/response.ts';
import type { Answer } from '../projections/survey-answer.ts';
import { answerTo } from '../projections/survey-answer.ts';
import { isRefusal } from '../refusal.ts';
import { noteAskedElsewhere } from './asked-elsewhere.ts';
import { newCompany, newPerson } from './profiles.ts';
import { respondentOf } from './respondent.ts';

/** A line that is new, with whom it is about. */
export interface AdmittedLine {
  line: Brought;
  actor: Actor;
  body: SurveyBody;
  answers: readonly { question: string; eventId: string; answer: Answer }[];
  madeContact: boolean;
  madeAccountId: string | null;
}

/**
 * Finds the people and companies of imported lines, and makes them where they are new. Nobody who is known is changed by a file.
 * What came before, or may not come, is settled at once.
 * @param away - Names of people who were erased and may not come back.
 */
export function admitBrought(
  ledger: Ledger,
  { importId, lines }: { importId: string; lines: readonly Brought[] },
  away: ReadonlySet<string>,
  receivedAt: Instant,
): AdmittedLine[] {
  const people = new Map([...ledger.people.values()].map((person) => [nameOf(person), person.id]));
  const companies = new Map(
    [...ledger.companies.values()].flatMap(({ id, externalId }) =>
      externalId === null ? [] : [[externalId, id]],
    ),
  );
  return lines.flatMap((line): AdmittedLine[] => {
    const settle = (settled: Pick<ImportedLine, 'state' | 'problems'>): [] => {
      const { line: number } = line;
      const nothing = { responseId: null, contactId: null, madeContact: false, madeAccountId: null };
      ledger.lines.push({ importId, line: number, ...nothing, ...settled });
      return [];
    };
    const fail = (code: RowProblem['code'], value: string | null = null) =>
      settle({ state: 'failed', problems: [{ column: null, code, value }] });

    const facts = [...line.answers.map(({ eventId }) => eventId), line.completedId ?? []].flat();
    if (ledger.brought.has(line.responseId))
      return facts.every((id) => ledger.known.has(id) || ledger.broughtFacts.has(id))
        ? settle({ state: 'known', problems: [] })
        : fail('differs');
    const known = people.get(nameOf(line.who));
    const person = known === undefined ? undefined : ledger.people.need(known);
    if (away.has(nameOf(line.who)) || (person && person.erasedAt !== null)) return fail('erased');
    if (!person && !line.mayCreate) return fail('unknown_person', line.profile.email ?? line.who.externalId);
    const version = ledger.bodies.get(versionKey(line.contentId, line.version));
    const body = version && bodyOf(version, null);
    if (!body || !('questions' in body)) return fail('not_published');
    const answers = line.answers.map((given) => ({
      ...given,
      answer: answerTo(body, given.question, given),
    }));
    const refused = answers.find(({ answer }) => isRefusal(answer));
    if (refused && isRefusal(refused.answer)) return fail('refused', refused.answer.message);

    ledger.brought.add(line.responseId);
    for (const id of facts) ledger.broughtFacts.add(id);
    const company = companyOf(ledger, line, companies, receivedAt);
    const contact = person ?? makePerson(ledger, line, company?.id ?? null, receivedAt);
    people.set(nameOf(line.who), contact.id);
    const accountId = company?.id ?? contact.accountId;
    return [
      {
        line,
        actor: { contactId: contact.id, accountId, verified: true, locale: line.locale },
        body,
        answers: answers.flatMap(({ question, eventId, answer }) =>
          isRefusal(answer) ? [] : [{ question, eventId, answer }],
        ),
        madeContact: person === undefined,
        madeAccountId: company?.isNew ? company.id : null,
      },
    ];
  });
}

function makePerson(ledger: Ledger, line: Brought, accountId: string | null, at: Instant) {
  const { name, email } = line.profile;
  const made = {
    ...newPerson(ledger.newId('con'), line.who, at),
    name,
    email,
    locale: line.locale,
    accountId,
  };
  ledger.people.set(made.id, made);
  return made;
}

function companyOf(
  ledger: Ledger,
  { account }: Brought,
  companies: Map<string, string>,
  at: Instant,
): { id: string; isNew: boolean } | undefined {
  if (account === undefined) return undefined;
  // taken out since the line was read: it is answered for nobody's company
  if ('id' in account) return ledger.companies.get(account.id) && { id: account.id, isNew: false };
  const known = companies.get(account.externalId);
  if (known !== undefined) return { id: known, isNew: false };
  const made = newCompany(ledger.newId('acc'), account.externalId, at);
  ledger.companies.set(made.id, { ...made, name: account.name ?? made.name });
  companies.set(account.externalId, made.id);
  return { id: made.id, isNew: true };
}

/**
 * Brings imported responses into the ledger: facts with the times at which they were given, and interruptions, so that nobody is asked
 * again as if they had never been. They are no visits, and nothing follows from them that is for now: no step completes, nobody is
 * told, and no counter of a day grows whose other half is not known.
 */
export function bring(
  ledger: Ledger,
  importId: string,
  admitted: readonly AdmittedLine[],
  receivedAt: Instant,
): void {
  for (const { line, actor, body, answers, madeContact, madeAccountId } of admitted) {
    const { contentId, version, responseId, answeredAt: at, completedId } = line;
    const { contactId, accountId } = actor;
    const about = { contactId, accountId, contentId, at, receivedAt };
    const begun = begunResponse(
      {
        id: responseId,
        contentId,
        version,
        variant: null,
        contactId,
        ...respondentOf(ledger, actor),
        locale: line.locale,
        pageUrl: null,
        verified: true,
        transactionId: null,
        importId,
        source: 'import',
        linkId: null,
        isTest: false,
      },
      body,
      at,
    );
    const given = answers.reduce(
      (response, { question, eventId, answer }) =>
        answered(response, body, question, { ...answer, answeredAt: at, factId: eventId }),
      begun,
    );
    ledger.responses.set(responseId, completedId === null ? given : completed(given, body, at));
    for (const { eventId, question, value, other } of line.answers) {
      const said = { version, responseId, question, value, ...(other !== undefined && { other }), importId };
      ledger.events.push({ ...about, id: eventId, type: 'survey_answered', payload: said });
    }
    if (completedId !== null)
      ledger.events.push({
        ...about,
        id: completedId,
        type: 'survey_completed',
        payload: { version, responseId, importId },
      });
    noteAsked(ledger, line, actor);
    ledger.lines.push({
      importId,
      line: line.line,
      state: 'added',
      problems: [],
      responseId,
      contactId,
      madeContact,
      madeAccountId,
    });
  }
}

/** They were asked then, and have answered. */
function noteAsked(ledger: Ledger, line: Brought, actor: Actor): void {
  const { contentId, version, answeredAt: at, completedId } = line;
  const { contactId } = actor;
  const [first] = line.answers;
  if (first)
    noteAskedElsewhere(ledger, actor, { factId: first.eventId, contentId, version, variant: null, at });
  const state = ledger.states.get(contactId, contentId);
  ledger.states.set(contactId, contentId, {
    ...state,
    lastAnsweredAt: later(state.lastAnsweredAt, at),
    completedAt: completedId === null ? state.completedAt : later(state.completedAt, at),
  });
}
