import type { ImportedLine } from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { bodyOf } from '@banso/domain/content';
import type { RowProblem } from '@banso/domain/history';
import type { Instant } from '@banso/domain/time';
import type { Brought } from '../brought.ts';
import { factsOfLine, isSame } from '../brought.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { versionKey } from '../ledger.ts';
import { nameOf } from '../load.ts';
import type { Response } from '../projections/response.ts';
import { answered, begunResponse, completed } from '../projections/response.ts';
import type { Answer } from '../projections/survey-answer.ts';
import { answerTo } from '../projections/survey-answer.ts';
import { isRefusal } from '../refusal.ts';
import { newCompany, newPerson } from './profiles.ts';
import { factsOfResponse, noteReplaced } from './replaced.ts';
import { respondentOf } from './respondent.ts';
import { forget, noteAnsweredThen, replaceFacts } from './take-back.ts';

/** A line that is new, or says something else than when it came before, with whom it is about. */
export interface AdmittedLine {
  line: Brought;
  /** What an earlier import brought under its id; undefined: it is new. */
  former: Response | undefined;
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

    const facts = factsOfLine(line);
    if (ledger.brought.has(line.responseId))
      return facts.every((id) => ledger.broughtFacts.has(id))
        ? settle({ state: 'known', problems: [] })
        : fail('differs');
    const former = ledger.responses.get(line.responseId);
    const there = former && factsOfResponse(ledger, former.id).map(({ id }) => id);
    if (there && isSame(facts, there)) return settle({ state: 'known', problems: [] });
    const known = people.get(nameOf(line.who));
    const person = known === undefined ? undefined : ledger.people.need(known);
    if (away.has(nameOf(line.who)) || (person && person.erasedAt !== null)) return fail('erased');
    if (!person && !line.mayCreate) return fail('unknown_person', line.profile.email ?? line.who.externalId);
    const isTheirs = former?.importId != null && former.importId !== importId;
    if (former && (!isTheirs || former.contactId !== person?.id || ledger.leaving.has(former.id)))
      return fail('differs');
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
    const company = former ? undefined : companyOf(ledger, line, companies, receivedAt);
    const contact = person ?? makePerson(ledger, line, company?.id ?? null, receivedAt);
    people.set(nameOf(line.who), contact.id);
    const accountId = former ? former.accountId : (company?.id ?? contact.accountId);
    return [
      {
        line,
        former,
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
  for (const { line, former, actor, body, answers, madeContact, madeAccountId } of admitted) {
    const { contentId, version, responseId, answeredAt: at, completedId } = line;
    const { contactId, accountId } = actor;
    const about = { contactId, accountId, contentId, at, receivedAt };
    const origin = former ?? {
      id: responseId,
      contentId,
      variant: null,
      contactId,
      ...respondentOf(ledger, actor),
      pageUrl: null,
      verified: true,
      transactionId: null,
      source: 'import',
      linkId: null,
      isTest: false,
    };
    const begun = begunResponse({ ...origin, version, locale: line.locale, importId }, body, at);
    const given = answers.reduce(
      (response, { question, eventId, answer }) =>
        answered(response, body, question, { ...answer, answeredAt: at, factId: eventId }),
      begun,
    );
    const response = completedId === null ? given : completed(given, body, at);
    const staying = former ? replace(ledger, former, line, { importId, receivedAt }) : new Set();
    // when their next score came is told anew where that is not as before
    ledger.responses.set(responseId, { ...response, supersededAt: former?.supersededAt ?? null });
    for (const { eventId, question, value, other } of line.answers) {
      if (staying.has(eventId)) continue;
      const said = { version, responseId, question, value, ...(other !== undefined && { other }), importId };
      ledger.events.push({ ...about, id: eventId, type: 'survey_answered', payload: said });
    }
    if (completedId !== null && !staying.has(completedId))
      ledger.events.push({
        ...about,
        id: completedId,
        type: 'survey_completed',
        payload: { version, responseId, importId },
      });
    noteAnsweredThen(ledger, response, line.answers[0]?.eventId);
    ledger.lines.push({
      importId,
      line: line.line,
      state: former ? 'changed' : 'added',
      problems: [],
      responseId,
      contactId,
      madeContact,
      madeAccountId,
    });
  }
}

/** Takes off what an earlier import brought, and keeps what it was. @returns the facts that the line says again. */
function replace(
  ledger: Ledger,
  former: Response,
  line: Brought,
  by: { importId: string; receivedAt: Instant },
): ReadonlySet<string> {
  const facts = new Set(factsOfLine(line));
  const there = factsOfResponse(ledger, former.id);
  const staying = new Set(there.flatMap(({ id }) => (facts.has(id) ? id : [])));
  const gone = there.filter(({ id }) => !staying.has(id));
  noteReplaced(ledger, former, { ...by, gone });
  forget(ledger, former, staying);
  replaceFacts(ledger, former, {
    goneIds: gone.map(({ id }) => id),
    askedBy: line.answers[0]?.eventId,
  });
  return staying;
}
