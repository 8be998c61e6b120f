import type { ChecklistBody, ChecklistStep } from '../content/checklist.ts';
import type { LocalizedText } from '../content/localized.ts';

/** What a publication does to people who have begun a checklist and not finished it. */
export type MidwayEffect =
  /** A new step that they have to do as well. */
  | { type: 'more'; key: string; title: LocalizedText }
  /** A new step that counts nowhere. */
  | { type: 'offered'; key: string; title: LocalizedText }
  /** A step that counts no longer; who had done it keeps that, and is not nearer to the end by it. */
  | { type: 'gone'; key: string; title: LocalizedText }
  | { type: 'now_required' | 'now_optional'; key: string; title: LocalizedText }
  /** Steps now open one after the other, or all at once. */
  | { type: 'ordered' | 'unordered' }
  /** Progress is counted for the whole account, or for each person, from nothing: it is kept under another name. */
  | { type: 'counted_anew'; progressOf: ChecklistBody['progressOf'] };

/**
 * What changes for those in the middle when one version follows another. What they have done is kept under the keys of the
 * steps, whatever the version, and a finished checklist is never opened again: see `progressOf`. An empty list means that
 * nothing changes for anybody.
 */
export function midwayOf(before: ChecklistBody, after: ChecklistBody): MidwayEffect[] {
  const find = (steps: readonly ChecklistStep[], key: string) => steps.find((step) => step.key === key);
  const come = after.steps.flatMap(({ key, title, optional }): MidwayEffect[] => {
    const was = find(before.steps, key);
    if (!was) return [{ type: optional ? 'offered' : 'more', key, title }];
    return was.optional === optional
      ? []
      : [{ type: optional ? 'now_optional' : 'now_required', key, title }];
  });
  const gone = before.steps.flatMap(({ key, title }): MidwayEffect[] =>
    find(after.steps, key) ? [] : [{ type: 'gone', key, title }],
  );
  return [
    ...come,
    ...gone,
    ...(before.ordered === after.ordered
      ? []
      : [{ type: after.ordered ? ('ordered' as const) : ('unordered' as const) }]),
    ...(before.progressOf === after.progressOf
      ? []
      : [{ type: 'counted_anew' as const, progressOf: after.progressOf }]),
  ];
}
