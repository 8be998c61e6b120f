import type * as decision from '@banso/contract/decision';
import { formatNumber, formatTime } from '../../texts/format.ts';

/** The facts of a decision, ready to be put into a sentence. */
export interface Told {
  since: string | undefined;
  /** Whole days from `since` to the decision. */
  ago: number | undefined;
  /** Undefined where it does not end, or nothing runs. */
  until: string | undefined;
  /** Null: for ever. */
  days: number | null | undefined;
  count: number | undefined;
  limit: number | undefined;
  /** Name of another content that stands in the way. */
  other: string | undefined;
  /** The event that there has to be. */
  event: string | undefined;
  /** The tag whose limit is used up. */
  tag: string | undefined;
  place: string | undefined;
  places: string;
  percent: number | undefined;
  bucket: number | undefined;
  /** What decided in the audience, in words. */
  leaves: string | undefined;
  /** Of an account: how many of how many, in brackets. */
  numbers: string;
}

const DAY_MS = 86_400_000;
/** A content by its id; undefined: not known. */
export type NameOf = (id: string) => string | undefined;

/** @param at - When it was decided. */
export function toldOf(
  {
    since,
    until,
    days,
    count,
    limit,
    contentId,
    event,
    tag,
    place,
    places,
    percent,
    bucket,
    numbers,
  }: decision.Decision['because'],
  at: string,
  nameOf: NameOf,
  leaves: string | undefined,
): Told {
  const asked = numbers?.['accountAskedToday'];
  const people = numbers?.['accountPeople'];
  return {
    since: since === undefined ? undefined : formatTime(since),
    ago:
      since === undefined
        ? undefined
        : Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / DAY_MS)),
    until: until === undefined || until === null ? undefined : formatTime(until),
    days,
    count,
    limit,
    other: contentId === undefined ? undefined : nameOf(contentId),
    event,
    tag,
    place,
    places: places === undefined || places.length === 0 ? '–' : places.join(', '),
    percent,
    bucket,
    leaves,
    numbers:
      typeof asked === 'number' && typeof people === 'number'
        ? ` (${formatNumber(asked)} / ${formatNumber(people)})`
        : '',
  };
}
