import type { Delivery, Waves } from '../content/delivery.ts';
import type { ContentState } from '../targeting/facts.ts';
import { sampleBucket } from '../targeting/sample.ts';
import type { Day, Instant } from '../time/instant.ts';
import { addDays, addMs, DAY_MS, dayOf, msBetween } from '../time/instant.ts';
import { lastAnswer } from './recurrence.ts';

/** One wave, half-open in UTC days. */
export interface Wave {
  /** From 0 on. */
  index: number;
  from: Day;
  to: Day;
}

/** What of a content with waves decides who is asked when. */
export interface InWaves extends Pick<Delivery, 'waves'> {
  id: string;
  publishedAt: Instant;
}

/** Why a person is not asked in waves now, and from when on they are, if nothing else happens. */
export interface WaveHold {
  reason: 'not_in_wave' | 'wave_ahead' | 'wave_asked';
  until: Instant;
}

/** The wave of so many before; the days of the month stay as far as a month has them. */
export function waveOf({ from, months }: Waves, index: number): Wave {
  return { index, from: monthsAfter(from, index * months), to: monthsAfter(from, (index + 1) * months) };
}

/** The wave that a moment falls into; before the first one that. */
export function waveAt(waves: Waves, now: Instant): Wave {
  const today = dayOf(now);
  const apart =
    (Number(today.slice(0, 4)) - Number(waves.from.slice(0, 4))) * 12 +
    (Number(today.slice(5, 7)) - Number(waves.from.slice(5, 7)));
  const guess = waveOf(waves, Math.max(0, Math.floor(apart / waves.months)));
  return guess.index > 0 && today < guess.from ? waveOf(waves, guess.index - 1) : guess;
}

/**
 * The day on which a person's turn in a wave begins, by a hash of content and person and nothing else: everybody has a place of
 * their own in every wave for ever, and places are spread evenly. A wave in which the content was published first is spread over what was
 * left of it.
 */
export function dayInWave({ id, publishedAt }: InWaves, contactId: string, { from, to }: Wave): Day {
  const published = dayOf(publishedAt);
  const first = published > from && published < to ? published : from;
  const days = Math.round(msBetween(startOf(first), startOf(to)) / DAY_MS);
  return addDays(first, Math.floor((sampleBucket(`${id} day`, contactId) / 100) * days));
}

/**
 * Whether it is a person's turn in a wave. Everybody has a place in a circle, and each wave takes the next share of it: with a quarter
 * everybody is asked in one of any four waves that follow each other.
 */
export function isInTurn({ id, waves }: InWaves, contactId: string, index: number): boolean {
  const percent = waves?.percent ?? 100;
  const place = sampleBucket(`${id} turn`, contactId) - ((index * percent) % 100);
  return (place < 0 ? place + 100 : place) < percent;
}

/**
 * Why a person is not asked by a content with waves; undefined: they may be. Somebody is asked once a wave, from their day in it on
 * until it ends, whenever they come, and never sooner than half a wave after the last time. Who said "later" is asked again then.
 */
export function waveHold(
  content: InWaves,
  contactId: string,
  state: ContentState | undefined,
  now: Instant,
): WaveHold | undefined {
  const { waves } = content;
  if (waves === undefined || isPutOff(state)) return undefined;
  const wave = waveAt(waves, now);
  const asked = lastAsked(state);
  const turn = turnFrom(content, waves, contactId, wave.index);
  if (turn.index !== wave.index)
    return { reason: 'not_in_wave', until: startOf(dayInWave(content, contactId, turn)) };
  const isAsked = asked !== undefined && asked >= startOf(wave.from);
  const next = isAsked ? turnFrom(content, waves, contactId, wave.index + 1) : wave;
  const until = freeFrom(content, contactId, next, asked);
  if (now >= until) return undefined;
  const isAhead = now < startOf(dayInWave(content, contactId, wave));
  return { reason: isAhead ? 'wave_ahead' : 'wave_asked', until };
}

/** From when on a person is asked in waves, if nothing else happens; in the past: now. Undefined: never again. */
export function waveDueAt(
  content: InWaves & Pick<Delivery, 'startsAt'>,
  contactId: string,
  state: ContentState | undefined,
  now: Instant,
): Instant | undefined {
  if (state?.optedOut) return undefined;
  const free = waveHold(content, contactId, state, now)?.until ?? now;
  return [free, content.startsAt, state?.snoozedUntil]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}

/** Whether a person has answered what comes in waves in this one, or so lately that they are left alone. */
export function answeredInWave(content: InWaves, state: ContentState, now: Instant): boolean {
  const { waves } = content;
  const answer = lastAnswer(state);
  if (waves === undefined || answer === undefined) return false;
  const wave = waveAt(waves, now);
  return answer >= startOf(wave.from) || now < addMs(answer, halfOf(wave));
}

/** From when on a person may be asked in a wave that is theirs: their day, and half a wave after the last time. */
function freeFrom(content: InWaves, contactId: string, wave: Wave, asked: Instant | undefined): Instant {
  const own = startOf(dayInWave(content, contactId, wave));
  const rested = asked === undefined ? own : addMs(asked, halfOf(wave));
  return rested > own ? rested : own;
}

/** The first wave from an index on that is a person's turn: at most a whole round later. */
function turnFrom(content: InWaves, waves: Waves, contactId: string, index: number): Wave {
  let turn = index;
  for (const end = index + 100; turn < end && !isInTurn(content, contactId, turn);) turn += 1;
  return waveOf(waves, turn);
}

/** When the person last saw it, or did something with it. */
function lastAsked(state: ContentState | undefined): Instant | undefined {
  if (state === undefined) return undefined;
  return [state.lastShownAt, state.lastDismissedAt, lastAnswer(state)]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}

/** They said "later", and nothing was seen, closed or answered since. While that time has not come it is `snoozed`. */
function isPutOff(state: ContentState | undefined): boolean {
  if (state?.snoozedUntil === undefined) return false;
  const { snoozedUntil, lastShownAt = '', lastDismissedAt = '' } = state;
  return (
    snoozedUntil > lastShownAt && lastDismissedAt <= lastShownAt && (lastAnswer(state) ?? '') < lastShownAt
  );
}

const startOf = (day: Day): Instant => `${day}T00:00:00.000Z`;

const halfOf = ({ from, to }: Wave): number => msBetween(startOf(from), startOf(to)) / 2;

function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString());
}
