import type { PublicationOutlook } from '@banso/contract/listening';
import type { ContentRecord } from '@banso/database';
import { opensAs } from '@banso/domain/decide';
import { playPublication } from '@banso/domain/outlook';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { draftAsLive, liveWith } from '../contents/draft-as-live.ts';
import { catalogueOf } from '../recorder/catalogue.ts';
import { crowdAt, daysFrom, liveCandidates } from './crowd.ts';
import { inTurns } from './in-turns.ts';

const DAYS = 14;
/** Contents that lose, at most; the others lose less. */
const MOST_DISPLACED = 10;

/** Plays the next 14 days with the draft of a content live, and says what it gets and what others lose. */
export async function publicationAhead(
  { database, clock, published }: Pick<Deps, 'database' | 'clock' | 'published'>,
  workspaceId: string,
  record: ContentRecord,
  times: { startsAt?: Instant | undefined; endsAt?: Instant | undefined },
): Promise<PublicationOutlook> {
  const contents = await published.of(workspaceId);
  const period = daysFrom(clock.now(), DAYS);
  const draft = draftAsLive(record, period.from, times);
  const { candidate } = draft;
  if (opensAs(candidate) === undefined)
    return {
      ...period,
      opens: false,
      people: { looked: 0, of: 0, expected: 0 },
      visits: 0,
      asked: { people: 0, times: 0 },
      held: {},
      displaced: [],
    };

  // what is live under its id stays: until the draft begins, or for what the days are without it
  const withDraft = liveWith(contents, `${record.id} draft`, draft);
  const catalogue = catalogueOf(withDraft);
  const { crowd, persons, ...known } = await database
    .forWorkspace(workspaceId)
    .read((db) => crowdAt(db, workspaceId, catalogue, period.from));
  const input = { ...known, candidates: liveCandidates(contents), period };
  const { budget, holdout } = contents;
  const outcome = await inTurns(playPublication({ ...input, budget, holdout }, candidate));
  const all = (count: number) => Math.round((count * crowd.of) / Math.max(1, persons.length));
  return {
    ...period,
    opens: true,
    people: { looked: persons.length, of: crowd.of, expected: all(outcome.expected) },
    visits: all(outcome.visits),
    asked: { people: all(outcome.asked.people), times: all(outcome.asked.times) },
    held: Object.fromEntries(Object.entries(outcome.held).map(([reason, count]) => [reason, all(count)])),
    displaced: outcome.displaced.slice(0, MOST_DISPLACED).flatMap(({ contentId, before, after }) => {
      const content = contents.get(contentId);
      if (!content) return [];
      const { id, kind, name } = content;
      return { id, kind, name, before: all(before), after: all(after) };
    }),
  };
}
