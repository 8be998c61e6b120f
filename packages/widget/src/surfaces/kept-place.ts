/** Where the person has put the launcher. */
export interface Place {
  /** Absent: where theme and language put it. */
  side?: 'left' | 'right';
  /** CSS pixels above its corner. */
  lift: number;
  /** Against the edge, as a tab. */
  tucked: boolean;
}

const NAME = 'banso:place';

/** The place that holds in this browser; undefined when the launcher was never moved, or nothing can be kept. */
export function keptPlace(): Place | undefined {
  try {
    const place = JSON.parse(localStorage.getItem(NAME) ?? '0') as Place;
    return Number.isFinite(place.lift) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a place for the next pages; where that is refused it holds in this page. Empty: as if it had never been moved. */
export function keepPlace(place: Place | ''): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(place));
  } catch {
    // Storage is full or refused.
  }
}
