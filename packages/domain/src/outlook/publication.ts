import type { Candidate, HoldReason } from '../decide/decision.ts';
import type { Outlook, OutlookInput, OutlookVisit } from './outlook.ts';
import { playOutlook } from './outlook.ts';

/** What the days ahead are with one more content live, beside what they are without. */
export interface PublicationOutlook {
  /** People who come at least once. */
  expected: number;
  visits: number;
  /** Who gets it, and how often it opens for them in all. */
  asked: { people: number; times: number };
  /** People who come and never get it, each by the reason that holds it back most often. */
  held: Partial<Record<HoldReason, number>>;
  /** What opens less often than without it, the greatest loss first. */
  displaced: readonly { contentId: string; before: number; after: number }[];
}

/** What became of the content for one person so far. */
interface Fate {
  asked: number;
  held: Map<HoldReason, number>;
}

/**
 * Plays the days ahead twice: as they are, and with a draft live in the place of what is live under its id.
 * Yields each visit of both, so that who plays a long one can let others have a turn.
 */
export function* playPublication(
  input: OutlookInput,
  draft: Candidate,
): Generator<OutlookVisit, PublicationOutlook> {
  const before = yield* playOutlook(input);
  const fates = new Map<string, Fate>();
  const play = playOutlook({ ...input, follows: draft });
  let step = play.next();
  for (; !step.done; step = play.next()) {
    note(fates, step.value, draft.id);
    yield step.value;
  }
  const all = [...fates.values()];
  return {
    expected: fates.size,
    visits: step.value.visits.reduce((sum, count) => sum + count, 0),
    asked: {
      people: all.filter(({ asked }) => asked > 0).length,
      times: all.reduce((sum, { asked }) => sum + asked, 0),
    },
    held: heldIn(all.filter(({ asked }) => asked === 0)),
    displaced: displacedBetween(timesIn(before), timesIn(step.value), draft.id),
  };
}

function note(fates: Map<string, Fate>, { contactId, asked, held }: OutlookVisit, contentId: string): void {
  const fate = fates.get(contactId) ?? { asked: 0, held: new Map<HoldReason, number>() };
  fates.set(contactId, fate);
  const reason = held.get(contentId);
  if (asked.includes(contentId)) fate.asked += 1;
  else if (reason !== undefined) fate.held.set(reason, (fate.held.get(reason) ?? 0) + 1);
}

function heldIn(fates: readonly Fate[]): Partial<Record<HoldReason, number>> {
  const people: Partial<Record<HoldReason, number>> = {};
  for (const { held } of fates) {
    // of equals the one that came first
    const [most] = [...held].toSorted(([, one], [, other]) => other - one);
    if (most) people[most[0]] = (people[most[0]] ?? 0) + 1;
  }
  return people;
}

const timesIn = ({ contents }: Outlook): Map<string, number> =>
  new Map(contents.map(({ contentId, days }) => [contentId, days.reduce((sum, day) => sum + day.asked, 0)]));

function displacedBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  except: string,
): PublicationOutlook['displaced'] {
  return [...before]
    .map(([contentId, times]) => ({ contentId, before: times, after: after.get(contentId) ?? 0 }))
    .filter((one) => one.contentId !== except && one.after < one.before)
    .toSorted((one, other) => other.before - other.after - (one.before - one.after));
}
