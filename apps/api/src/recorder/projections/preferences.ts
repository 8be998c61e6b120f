import type { event } from '@banso/contract';
import type { Asking } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { addMs } from '@banso/domain/time';

/** What a person has chosen themselves, and when they did; null: never. */
export interface Chosen {
  asking: Asking;
  askingSetAt: Instant | null;
  chosenLocale: string | null;
  localeSetAt: Instant | null;
}

/** A browser gives a call up after ten seconds; a server that stalled may still take it in. */
const LONGEST_CALL_MS = 60_000;

/**
 * The person chose at `at`. What they chose later stays, in whatever order their devices report it. Times hold how long each
 * call took, and one device reports in its own order: of two choices so close, the one that comes in last is the later.
 */
export function choosing<C extends Chosen>(
  chosen: C,
  { asking, locale }: Pick<Extract<event.Event, { type: 'preference_set' }>, 'asking' | 'locale'>,
  at: Instant,
): C {
  const isNewer = (setAt: Instant | null) => setAt === null || setAt <= addMs(at, LONGEST_CALL_MS);
  return {
    ...chosen,
    ...(asking !== undefined && isNewer(chosen.askingSetAt) && { asking, askingSetAt: at }),
    ...(locale !== undefined && isNewer(chosen.localeSetAt) && { chosenLocale: locale, localeSetAt: at }),
  };
}

/** The language for a person on a page that asks for `locale`: their own choice goes before everything that the page says. */
export function languageOf({ chosenLocale }: Pick<Chosen, 'chosenLocale'>, locale: string): string {
  return chosenLocale ?? locale;
}
