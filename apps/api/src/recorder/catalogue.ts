import type { ChecklistBody } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type { LiveContent } from '../published-contents.ts';

/** A live checklist. */
export type LiveChecklist = Extract<LiveContent, { kind: 'checklist' }>;

/** The live contents of a workspace, arranged for the recorder: what has to be looked at when something happens. */
export interface Catalogue {
  contents: ReadonlyMap<string, LiveContent>;
  /** Names of tracked events that any condition asks for. */
  eventNames: readonly string[];
  /** Checklists with a step that completes by itself. */
  selfCompleting: readonly LiveChecklist[];
  /** Checklists that may go on when such an event was tracked, by the event's name. */
  byEvent: ReadonlyMap<string, readonly LiveChecklist[]>;
  /** Checklists that may go on when something happened with a content, by its id. */
  byContent: ReadonlyMap<string, readonly LiveChecklist[]>;
  /** Something may open by itself. */
  interrupts: boolean;
}

const kept = new WeakMap<ReadonlyMap<string, LiveContent>, Catalogue>();

/** Arranges what is published; the same publication is arranged once. */
export function catalogueOf(contents: ReadonlyMap<string, LiveContent>): Catalogue {
  const known = kept.get(contents);
  if (known) return known;
  const catalogue = arranged(contents);
  kept.set(contents, catalogue);
  return catalogue;
}

function arranged(contents: ReadonlyMap<string, LiveContent>): Catalogue {
  const eventNames = new Set<string>();
  const selfCompleting: LiveChecklist[] = [];
  const byEvent = new Map<string, LiveChecklist[]>();
  const byContent = new Map<string, LiveChecklist[]>();
  let interrupts = false;

  for (const content of contents.values()) {
    for (const leaf of leavesOf(content.candidate.audience))
      if (leaf.type === 'event') eventNames.add(leaf.name);
    interrupts ||= content.candidate.interruptive && content.kind !== 'resource';
    if (content.kind !== 'checklist') continue;

    const leaves = stepConditionsOf(content.body).flatMap(leavesOf);
    for (const leaf of leaves) if (leaf.type === 'event') eventNames.add(leaf.name);
    if (content.body.steps.every(({ completeWhen }) => completeWhen === null)) continue;
    selfCompleting.push(content);
    const names = new Set(leaves.flatMap((leaf) => (leaf.type === 'event' ? [leaf.name] : [])));
    const ids = new Set(leaves.flatMap((leaf) => (leaf.type === 'content' ? [leaf.contentId] : [])));
    for (const name of names) byEvent.set(name, [...(byEvent.get(name) ?? []), content]);
    for (const id of ids) byContent.set(id, [...(byContent.get(id) ?? []), content]);
  }
  return { contents, eventNames: [...eventNames], selfCompleting, byEvent, byContent, interrupts };
}

type Leaf = Exclude<Condition, { type: 'all' | 'any' | 'not' }>;

function leavesOf(condition: Condition): Leaf[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}

function stepConditionsOf({ steps }: ChecklistBody): Condition[] {
  return steps
    .flatMap(({ completeWhen, visibleWhen }) => [completeWhen, visibleWhen])
    .filter((one) => one !== null);
}
