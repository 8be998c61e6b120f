import type { account, content, widgetApi } from '@banso/contract';
import {
  companies,
  contentState,
  type Db,
  events,
  members,
  people,
  type PersonRecord,
} from '@banso/database';
import { textIn } from '@banso/domain/content';
import { type ChecklistProgress, progressOf } from '@banso/domain/onboarding';
import type { Facts } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { z } from '@hono/zod-openapi';
import type { Deps } from './app-env.ts';
import { catalogueOf, type LiveChecklist } from './recorder/catalogue.ts';
import { liveEdition } from './published-contents.ts';
import { editionBegun } from './recorder/given-editions.ts';
import { ContentStates } from './recorder/content-states.ts';
import { DayCounts } from './recorder/day-counts.ts';
import { type Actor, progressKey } from './recorder/ledger.ts';
import { answersOfPeople, progressOfSubjects } from './recorder/load.ts';
import { type KeptProgress, stepsOf } from './recorder/projections/checklist-progress.ts';
import { factsOf } from './recorder/situation.ts';

type Published = Awaited<ReturnType<Deps['published']['of']>>;

/** How far one subject is with one checklist, computed as the widget computes it. */
interface Standing {
  checklist: LiveChecklist;
  kept: KeptProgress;
  progress: ChecklistProgress;
  contact: { id: string; name: string; erased: boolean } | null;
  account: { id: string; name: string } | null;
}

/** The wire form of progress. `nameOf` gives a name to who did a step, or undefined where none should be told. */
export function progressOnWire(
  found: ChecklistProgress,
  nameOf: (id: string) => string | undefined,
): z.infer<typeof widgetApi.Progress> {
  return {
    steps: found.steps.map(({ key, state, current, doneAt, doneBy, lockedBy, dueAt }) => {
      const name = doneBy === undefined ? undefined : nameOf(doneBy);
      return {
        key,
        state,
        current,
        lockedBy: [...lockedBy],
        ...(doneAt && { doneAt }),
        ...(name && { doneBy: name }),
        ...(dueAt && { dueAt }),
      };
    }),
    done: found.done,
    total: found.total,
    ...(found.completedAt && { completedAt: found.completedAt }),
  };
}

/** Where these subjects stand with the checklists that customers can see; others are left out. */
async function standings(
  db: Db,
  { clock }: Deps,
  workspaceId: string,
  published: Published,
  all: readonly KeptProgress[],
): Promise<Standing[]> {
  const catalogue = catalogueOf(published);
  const now = clock.now();
  const subjects = [...new Set(all.map(({ subjectId }) => subjectId))];
  const persons = new Map(
    (await people.list(db, workspaceId, subjects)).map((person) => [person.id, person]),
  );
  const accountIds = new Set([
    ...subjects,
    ...[...persons.values()].flatMap(({ accountId }) => accountId ?? []),
  ]);
  const accounts = new Map(
    (await companies.list(db, workspaceId, [...accountIds])).map((company) => [company.id, company]),
  );

  const counts = new DayCounts();
  const counted = [...persons.keys(), ...accounts.keys()].flatMap((subjectId) =>
    catalogue.eventNames.map((name) => ({ subjectId, name })),
  );
  counts.load(await events.listCounts(db, workspaceId, counted));
  const states = new ContentStates();
  states.load(await contentState.listStates(db, workspaceId, [...persons.keys()]));
  const answers = await answersOfPeople(db, workspaceId, [...persons.keys()], catalogue.surveyIds);
  const byKey = new Map(all.map((kept) => [progressKey(kept.subjectId, kept.contentId), kept]));

  const factsOfPerson = (person: PersonRecord): Facts => {
    const actor: Actor = {
      contactId: person.id,
      accountId: person.accountId,
      verified: person.identity === 'verified',
      locale: person.locale ?? '',
    };
    const company = person.accountId === null ? undefined : accounts.get(person.accountId);
    return factsOf(
      { catalogue, person, company, states, counts, answers, progressAt: (key) => byKey.get(key) },
      actor,
      now,
    );
  };
  /** A company without one of its people: what only a person has is unknown. */
  const factsOfAccount = (id: string, createdAt: Instant): Facts => ({
    now,
    contact: { id: '', traits: {}, verified: true, firstSeenAt: createdAt },
    account: {
      id,
      externalId: accounts.get(id)?.externalId ?? undefined,
      traits: { ...accounts.get(id)?.traits },
    },
    events: counts.of('account', id),
    content: {},
    segments: catalogue.segments,
  });

  return all.flatMap((kept) => {
    const live = catalogue.contents.get(kept.contentId);
    const person = persons.get(kept.subjectId);
    const company = accounts.get(person?.accountId ?? kept.subjectId);
    if (live?.kind !== 'checklist' || (!person && !company)) return [];
    const checklist = liveEdition(live, editionBegun(live, kept));
    const facts = person ? factsOfPerson(person) : factsOfAccount(kept.subjectId, kept.startedAt);
    const progress = progressOf(checklist.body, stepsOf(kept), {
      facts,
      startedAt: kept.startedAt,
      completedAt: kept.completedAt ?? undefined,
    });
    return [
      {
        checklist,
        kept,
        progress,
        contact: person
          ? {
              id: person.id,
              name: person.name ?? person.email ?? person.externalId,
              erased: person.erasedAt !== null,
            }
          : null,
        account: company ? { id: company.id, name: company.name } : null,
      },
    ];
  });
}

type NameOf = (id: string) => string | undefined;

/** Names of the people and members who did steps. */
async function namesIn(
  db: Db,
  workspaceId: string,
  found: readonly Standing[],
  memberName: NameOf,
): Promise<NameOf> {
  const ids = new Set(
    found.flatMap(({ kept }) => [...kept.steps.values()].flatMap(({ doneBy }) => doneBy ?? [])),
  );
  const names = await people.namesOf(db, workspaceId, [...ids]);
  return (id) => names.get(id) ?? memberName(id);
}

/** Every checklist that a person, their company, or a company has begun. */
export async function checklistsOf(
  deps: Deps,
  workspaceId: string,
  subjectIds: readonly string[],
): Promise<z.infer<typeof account.ChecklistProgress>[]> {
  const memberName = await members.namesOf(deps.database.control, workspaceId);
  const published = await deps.published.of(workspaceId);
  return deps.database.forWorkspace(workspaceId).read(async (db) => {
    const found = await standings(
      db,
      deps,
      workspaceId,
      published,
      await progressOfSubjects(db, workspaceId, subjectIds),
    );
    const nameOf = await namesIn(db, workspaceId, found, memberName);
    return found.map(({ checklist, kept, progress }) => ({
      checklist: { id: checklist.id, name: checklist.name },
      version: checklist.version,
      titles: Object.fromEntries(
        checklist.body.steps.map((step) => [
          step.key,
          textIn(step.title, checklist.defaultLocale, checklist.defaultLocale),
        ]),
      ),
      progress: progressOnWire(progress, nameOf),
      startedAt: kept.startedAt,
    }));
  });
}

/** Where these subjects stand with one checklist, in the order given. */
export async function participantsOf(
  deps: Deps,
  workspaceId: string,
  contentId: string,
  subjectIds: readonly string[],
): Promise<z.infer<typeof content.ChecklistParticipant>[]> {
  const memberName = await members.namesOf(deps.database.control, workspaceId);
  const published = await deps.published.of(workspaceId);
  const { found, nameOf } = await deps.database.forWorkspace(workspaceId).read(async (db) => {
    const kept = (await progressOfSubjects(db, workspaceId, subjectIds)).filter(
      (each) => each.contentId === contentId,
    );
    const standing = await standings(db, deps, workspaceId, published, kept);
    return { found: standing, nameOf: await namesIn(db, workspaceId, standing, memberName) };
  });
  const bySubject = new Map(found.map((standing) => [standing.kept.subjectId, standing]));
  return subjectIds.flatMap((subjectId) => {
    const standing = bySubject.get(subjectId);
    if (!standing) return [];
    const { checklist, kept: row, progress, contact, account: company } = standing;
    return [
      {
        contact,
        account: company,
        version: checklist.version,
        done: progress.done,
        total: progress.total,
        steps: [...row.steps].map(([key, { doneAt, doneBy, via }]) => ({
          key,
          doneAt,
          doneBy: doneBy === null ? null : (nameOf(doneBy) ?? null),
          via,
        })),
        startedAt: row.startedAt,
        lastStepAt: row.lastStepAt,
        completedAt: progress.completedAt ?? null,
      },
    ];
  });
}
