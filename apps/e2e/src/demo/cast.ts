import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoFacts } from './facts.ts';
import { managementApi } from './management-api.ts';
import type { Contact } from './records.ts';
import { visit } from './visit.ts';

/** The checklist that a company shares, with a step that somebody ticks. */
export const SHARED_CHECKLIST = 'getting-started';
/** The step of it that nobody but a person can finish. */
export const TICKED_STEP = 'agree-where';

/**
 * What somebody is good for.
 * `asked`: the survey would open by itself. `onboarding`: the shared checklist has its ticked step open, and nobody is asked.
 * `onboarded`: their company has finished the shared checklist. `outsider`: of a company whose others go through the playground, so
 * only for who is not let in, or leaves nothing behind.
 */
export type Part = 'asked' | 'onboarding' | 'onboarded' | 'outsider';

/** Somebody of the demo. */
export interface Person {
  contactId: string;
  /** Their id in the customer's product. */
  userId: string;
  name: string;
  account: { id: string; name: string };
}

/** Customers as whom the playground shows its product, by language: they are for the stories that go through it. */
export const PLAYGROUND_CUSTOMERS = {
  ja: { userId: 'kn-u-2001', name: '藤原 彩' },
  ko: { userId: 'kn-u-2002', name: '박지우' },
  en: { userId: 'kn-u-2003', name: 'Emma Clarke' },
} as const;
const IN_PLAYGROUND = new Set<string | null>(Object.values(PLAYGROUND_CUSTOMERS).map(({ userId }) => userId));

type Cast = Record<Part, Person[]>;

const fileIn = (dataDir: string): string => join(dataDir, 'cast.json');

/**
 * Looks who may play which part, one person of each company: companies share checklists, and few of their people are asked
 * on one day, so that tests which share one would disturb each other.
 */
export async function castDemo(dataDir: string, demo: DemoFacts): Promise<void> {
  const api = managementApi(demo);
  const [contacts, checklists] = await Promise.all([
    api.list<Contact>('/v1/contacts'),
    api.list<{ id: string; slug: string }>('/v1/checklists'),
  ]);
  const shared = checklists.find(({ slug }) => slug === SHARED_CHECKLIST)?.id ?? '';
  const companies = Map.groupBy(contacts, ({ account }) => account?.id);
  companies.delete(undefined);
  const cast: Cast = { asked: [], onboarding: [], onboarded: [], outsider: [] };
  for (const people of companies.values()) {
    if (people.some(({ externalId }) => IN_PLAYGROUND.has(externalId))) {
      const others = people.filter(({ externalId }) => !IN_PLAYGROUND.has(externalId));
      cast.outsider.push(...others.flatMap((contact) => personOf(contact) ?? []));
      continue;
    }
    const found = await partOf(demo, shared, people);
    if (found) cast[found.part].push(found.person);
  }
  await writeFile(fileIn(dataDir), JSON.stringify(cast));
}

/** Undefined for who has no id in the product, or no company. */
function personOf({ id: contactId, externalId: userId, name, account }: Contact): Person | undefined {
  return userId === null || account === null ? undefined : { contactId, userId, name: name ?? '', account };
}

async function partOf(
  demo: DemoFacts,
  checklistId: string,
  people: readonly Contact[],
): Promise<{ part: Part; person: Person } | undefined> {
  for (const person of people.flatMap((contact) => personOf(contact) ?? [])) {
    const { show, progress } = await visit(demo, person.userId);
    const shared = progress[checklistId];
    if (shared?.completedAt !== undefined) return { part: 'onboarded', person };
    const isTickable = shared?.steps.some(({ key, state }) => key === TICKED_STEP && state === 'open');
    if (isTickable) return { part: 'onboarding', person };
    if (show.some(({ kind, surface }) => kind === 'survey' && surface === 'popover'))
      return { part: 'asked', person };
  }
  return undefined;
}

/**
 * Gives the part to somebody whom no other test has. Tests run in several processes: the file system decides who was first.
 * @throws {Error} when everybody is taken.
 */
export async function takePerson(dataDir: string, part: Part): Promise<Person> {
  const cast = JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Cast;
  for (const person of cast[part]) {
    try {
      await writeFile(join(dataDir, `taken-${person.contactId}`), '', { flag: 'wx' });
      return person;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  throw new Error(`Nobody of the demo is left for the part "${part}": ${cast[part].length} are taken`);
}
