import type { ListeningReport } from '@banso/contract/listening';
import type { HoldReason } from '@banso/domain/decide';
import type { Outlook, OutlookVisit } from '@banso/domain/outlook';
import { playOutlook } from '@banso/domain/outlook';
import type { Deps } from '../../app-env.ts';
import { crowdAt, daysFrom, liveCandidates, MOST_PEOPLE } from '../../outlook/crowd.ts';
import { inTurns } from '../../outlook/in-turns.ts';
import { catalogueOf } from '../../recorder/catalogue.ts';

const EXAMPLES = 3;

/** Plays the days ahead of the people who were here lately, with everything that is live. */
export async function listeningAhead(
  { database, clock, published }: Pick<Deps, 'database' | 'clock' | 'published'>,
  workspaceId: string,
  days: number,
  mostPeople = MOST_PEOPLE,
): Promise<ListeningReport> {
  const contents = await published.of(workspaceId);
  const catalogue = catalogueOf(contents);
  const period = daysFrom(clock.now(), days);
  const { crowd, persons, ...known } = await database
    .forWorkspace(workspaceId)
    .read((db) => crowdAt(db, workspaceId, catalogue, period.from, mostPeople));
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  const examples = new Examples(names);
  const come = new Set<string>();

  const play = playOutlook({
    ...known,
    candidates: liveCandidates(contents),
    budget: catalogue.budget,
    holdout: catalogue.holdout,
    period,
  });
  const outcome = await inTurns(play, (visit) => {
    come.add(visit.contactId);
    examples.note(visit);
  });
  const played = scaled(outcome, crowd.of / Math.max(1, persons.length));
  return {
    ...period,
    people: {
      looked: persons.length,
      of: crowd.of,
      expected: Math.round((come.size * crowd.of) / Math.max(1, persons.length)),
    },
    days: [...played.days],
    visits: [...played.visits],
    contents: played.contents.flatMap(({ contentId, days: cells }) => {
      const content = contents.get(contentId);
      if (!content) return [];
      const { id, kind, name } = content;
      return { id, kind, name, days: cells.map((cell) => ({ ...cell })), examples: examples.of(id) };
    }),
  };
}

type Example = ListeningReport['contents'][number]['examples'][number];

/** The first few people of each outcome of a content. */
class Examples {
  readonly #names: ReadonlyMap<string, string | null>;
  readonly #found = new Map<string, Map<HoldReason | null, Example[]>>();

  constructor(names: ReadonlyMap<string, string | null>) {
    this.#names = names;
  }

  note({ at, contactId, asked, held }: OutlookVisit): void {
    const contact = { id: contactId, name: this.#names.get(contactId) ?? null };
    for (const contentId of asked) this.#add(contentId, { contact, at, reason: null });
    for (const [contentId, reason] of held) this.#add(contentId, { contact, at, reason });
  }

  of(contentId: string): Example[] {
    return [...(this.#found.get(contentId)?.values() ?? [])].flat();
  }

  #add(contentId: string, one: Example): void {
    const byReason = this.#found.get(contentId) ?? new Map<HoldReason | null, Example[]>();
    const known = byReason.get(one.reason) ?? [];
    const isNew = known.every(({ contact }) => contact.id !== one.contact.id);
    if (known.length < EXAMPLES && isNew) byReason.set(one.reason, [...known, one]);
    this.#found.set(contentId, byReason);
  }
}

/** What was found in some people, as it is to be expected of all of them. */
function scaled({ days, visits, contents }: Outlook, by: number): Outlook {
  const all = (count: number) => Math.round(count * by);
  return {
    days,
    visits: visits.map(all),
    contents: contents.map(({ contentId, days: cells }) => ({
      contentId,
      days: cells.map(({ asked, held }) => ({
        asked: all(asked),
        held: Object.fromEntries(Object.entries(held).map(([reason, count]) => [reason, all(count)])),
      })),
    })),
  };
}
