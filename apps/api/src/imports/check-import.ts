import type { ImportReport } from '@banso/contract/history';
import type { Database, Db, ImportRecord } from '@banso/database';
import { companies, erasures, imports, people, recordedResponses, takingBack } from '@banso/database';
import type { ImportChoices, RowProblem } from '@banso/domain/history';
import { rowReader } from '@banso/domain/history';
import type { Instant } from '@banso/domain/time';
import { factsOfLine, isSame } from '../recorder/brought.ts';
import type { Brought } from '../recorder/brought.ts';
import { nameOf, unique } from '../recorder/load.ts';
import { tombstonesAgainst } from '../tombstone.ts';
import { resolveLines } from './resolve-lines.ts';
import { targetSurveys } from './target-surveys.ts';

const TOGETHER = 500;
const MOST_PROBLEMS = 200;
const MOST_SAMPLES = 5;

/** Tells what would become of a file, line by line, and changes nothing. Reads a few hundred lines at a time, with others in between. */
export async function checkImport(
  { database, secret, now }: { database: Database; secret: string; now: Instant },
  workspaceId: string,
  file: ImportRecord,
  choices: ImportChoices,
): Promise<ImportReport> {
  const workspace = database.forWorkspace(workspaceId);
  const surveys = await workspace.read((db) => targetSurveys(db, workspaceId));
  const readRow = rowReader({ choices, header: file.header, surveys, now });
  const told = new Report();
  const of = { source: file.source, choices, columnOf: columnOf(file.header, choices) };
  for (let after = 0; ;) {
    const rows = await workspace.read((db) =>
      imports.listRows(db, workspaceId, file.id, { state: 'waiting', after, limit: TOGETHER }),
    );
    const read = rows.map(({ line, cells }) => ({ line, ...readRow(cells ?? []) }));
    for (const one of read) if ('problems' in one) told.fail(one.line, one.problems);
    const good = read.flatMap((one) => ('row' in one ? [one] : []));
    await workspace.read(async (db) => {
      const resolved = await resolveLines(db, workspaceId, of, good);
      const known = await knownOf(db, workspaceId, secret, resolved);
      for (const one of resolved) {
        if ('problems' in one) told.fail(one.line, one.problems);
        else told.take(one.brought, known, (id) => surveys.find((survey) => survey.id === id)?.name ?? id);
      }
    });
    const last = rows.at(-1);
    if (!last || rows.length < TOGETHER) return told.whole();
    after = last.line;
  }
}

/** The headings of the columns in which people and companies are named. */
export function columnOf(header: readonly string[], { columns: { fields } }: ImportChoices) {
  return (field: 'email' | 'accountName'): string | null => {
    const at = fields[field];
    return at === undefined ? null : (header[at] ?? null);
  };
}

/** What is in the database of some lines. */
interface Known {
  /** Their ids by their names. */
  people: ReadonlyMap<string, string>;
  away: ReadonlySet<string>;
  accounts: ReadonlySet<string>;
  /** What came before under the ids of lines. */
  responses: ReadonlyMap<string, { importId: string | null; contactId: string; facts: readonly string[] }>;
}

async function knownOf(
  db: Db,
  workspaceId: string,
  secret: string,
  resolved: readonly ({ brought: Brought } | object)[],
): Promise<Known> {
  const lines = resolved.flatMap((one) => ('brought' in one ? [one.brought] : []));
  const persons = lines.map(({ who }) => who);
  const found = await people.listByIdentity(db, workspaceId, persons);
  const against = new Map(persons.map((who) => [nameOf(who), tombstonesAgainst(secret, workspaceId, who)]));
  const standing = await erasures.standing(db, workspaceId, [...against.values()].flat());
  const accounts = await companies.listByExternalId(
    db,
    workspaceId,
    lines.flatMap(({ account }) => (account && 'externalId' in account ? [account.externalId] : [])),
  );
  const responses = await recordedResponses.list(
    db,
    workspaceId,
    lines.map(({ responseId }) => responseId),
  );
  const facts = Map.groupBy(
    await takingBack.listStateFacts(
      db,
      workspaceId,
      unique(responses.map(({ contactId }) => contactId)),
      unique(responses.map(({ contentId }) => contentId)),
    ),
    ({ type, payload }) => (type === 'response_replaced' ? '' : String(payload['responseId'])),
  );
  return {
    people: new Map(found.map((person) => [nameOf(person), person.id])),
    away: new Set(
      [...against].filter(([, hashes]) => hashes.some((hash) => standing.has(hash))).map(([name]) => name),
    ),
    accounts: new Set(accounts.flatMap(({ externalId }) => externalId ?? [])),
    responses: new Map(
      responses.map(({ id, importId, contactId }) => [
        id,
        { importId, contactId, facts: (facts.get(id) ?? []).map((fact) => fact.id) },
      ]),
    ),
  };
}

/** Adds up what becomes of lines, in their order. */
class Report {
  readonly #seen = new Map<string, readonly string[]>();
  readonly #people = new Set<string>();
  readonly #accounts = new Set<string>();
  readonly #causes = new Map<string, ImportReport['causes'][number]>();
  readonly #problems: ImportReport['problems'] = [];
  readonly #samples: ImportReport['samples'] = [];
  readonly #counts = { ready: 0, changed: 0, known: 0, failed: 0 };
  #from: Instant | null = null;
  #to: Instant | null = null;

  fail(line: number, problems: readonly RowProblem[]): void {
    this.#counts.failed += 1;
    for (const { column, code, value } of problems) {
      const key = `${code} ${column}`;
      this.#causes.set(key, { column, code, lines: (this.#causes.get(key)?.lines ?? 0) + 1 });
      if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ line, column, code, value });
    }
  }

  take(line: Brought, known: Known, surveyName: (id: string) => string): void {
    const name = nameOf(line.who);
    const fail = (code: RowProblem['code']) => this.fail(line.line, [{ column: null, code, value: null }]);
    const facts = factsOfLine(line);
    const former = known.responses.get(line.responseId);
    const before = this.#seen.get(line.responseId) ?? former?.facts;
    if (before && isSame(facts, before)) {
      this.#counts.known += 1;
      return;
    }
    if (this.#seen.has(line.responseId)) return fail('differs');
    if (known.away.has(name)) return fail('erased');
    const isNew = !known.people.has(name);
    if (isNew && !line.mayCreate) return fail('unknown_person');
    if (former && (former.importId === null || former.contactId !== known.people.get(name)))
      return fail('differs');
    this.#seen.set(line.responseId, facts);
    this.#counts[former ? 'changed' : 'ready'] += 1;
    if (isNew) this.#people.add(name);
    const { account, answeredAt: at } = line;
    if (account && 'externalId' in account && !known.accounts.has(account.externalId))
      this.#accounts.add(account.externalId);
    if (this.#from === null || at < this.#from) this.#from = at;
    if (this.#to === null || at > this.#to) this.#to = at;
    if (this.#samples.length < MOST_SAMPLES)
      this.#samples.push({
        line: line.line,
        survey: surveyName(line.contentId),
        person: line.profile.name ?? line.profile.email ?? line.who.externalId,
        isNew,
        account: account && 'externalId' in account ? (account.name ?? account.externalId) : null,
        answeredAt: at,
        locale: line.locale,
        answers: line.answers.map(({ question, value, other }) => ({
          question,
          value: [
            ...(typeof value === 'object' ? (value ?? []) : [`${value}`]),
            ...(other === undefined ? [] : [other]),
          ].join(', '),
        })),
      });
  }

  whole(): ImportReport {
    return {
      ...this.#counts,
      newPeople: this.#people.size,
      newAccounts: this.#accounts.size,
      causes: [...this.#causes.values()].toSorted((a, b) => b.lines - a.lines),
      problems: this.#problems,
      samples: this.#samples,
      from: this.#from,
      to: this.#to,
    };
  }
}
