import type { Candidate, Surface } from './decision.ts';

/**
 * How a content interrupts when it may; undefined: it never does, and waits in the panel. An announcement's mode says so, a
 * resource never does, and of the others their delivery says so.
 */
export function opensAs({
  kind,
  mode,
  interruptive,
}: Pick<Candidate, 'kind' | 'mode' | 'interruptive'>): Exclude<Surface, 'panel'> | undefined {
  switch (kind) {
    case 'resource':
      return undefined;
    case 'announcement':
      return mode === 'badge' ? undefined : mode;
    case 'checklist':
    case 'survey':
      return interruptive ? 'popover' : undefined;
    default:
      return kind satisfies never;
  }
}
