/** What becomes of those in the middle of a checklist when its next version is published: they have the new one, or keep theirs. */
export const MIDWAY = ['migrate', 'stay'] as const;
/** One of {@link MIDWAY}. */
export type Midway = (typeof MIDWAY)[number];

/** The versions of one checklist that are in people's hands. */
export interface Standing {
  /** What customers see who begin now. */
  version: number;
  /** Earlier versions that those who began them stay with, newest first. */
  staying: readonly number[];
}

/** How many earlier versions are kept in people's hands; who has an older one moves on to the oldest of these. */
export const MAX_STAYING = 5;

/** The earlier versions that people stay with when another version follows and nobody in the middle is moved. */
export function stayingBehind({ version, staying }: Standing): number[] {
  return [version, ...staying].slice(0, MAX_STAYING);
}

/**
 * The version that somebody has of a checklist: the earliest of those in people's hands that is not older than what they were shown.
 *
 * @param shown - The newest version that they were shown; undefined: none, they have not begun.
 */
export function versionHad({ version, staying }: Standing, shown: number | undefined): number {
  return shown === undefined ? version : (staying.findLast((each) => each >= shown) ?? version);
}
