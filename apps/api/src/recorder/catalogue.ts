import type { ChecklistBody } from '@banso/domain/content';
import { bodiesOf } from '@banso/domain/content';
import type { Candidate, FatigueBudget } from '@banso/domain/decide';
import { opensAs } from '@banso/domain/decide';
import type { Experiment } from '@banso/domain/experiment';
import { WHOLE_WORKSPACE } from '@banso/domain/experiment';
import type { Condition, Segments, Subject } from '@banso/domain/targeting';
import { leavesIn } from '@banso/domain/targeting';
import type { LiveContent, LiveContents } from '../published-contents.ts';

/** A live checklist. */
export type LiveChecklist = Extract<LiveContent, { kind: 'checklist' }>;

/** The live contents of a workspace, arranged for the recorder: what has to be looked at when something happens. */
export interface Catalogue {
  contents: ReadonlyMap<string, LiveContent>;
  /** Names of tracked events that any condition asks for. */
  eventNames: readonly string[];
  /** Surveys whose answers any condition asks for. */
  surveyIds: readonly string[];
  /** What the saved segments ask for. */
  segments: Segments;
  /** Checklists with a step that completes by itself. */
  selfCompleting: readonly LiveChecklist[];
  /** Checklists that may go on when such an event was tracked, by the event's name. */
  byEvent: ReadonlyMap<string, readonly LiveChecklist[]>;
  /** Checklists that may go on when something happened with a content, by its id. */
  byContent: ReadonlyMap<string, readonly LiveChecklist[]>;
  /** Surveys that ask about something that happened, by the name of the event. */
  byTransaction: ReadonlyMap<string, readonly Candidate[]>;
  /** Surveys that stop when enough have answered. */
  limited: readonly Candidate[];
  /** Something may open by itself. */
  interrupts: boolean;
  /** Surveys with waves, for which days may be kept free. */
  waves: readonly Candidate[];
  /** The workspace's rules over everything that interrupts. */
  budget: FatigueBudget;
  /** Whom it keeps without anything; null: nobody. */
  holdout: Experiment | null;
  /** What people can be in: contents with a control group, and the whole workspace where it has one. */
  experiments: readonly { of: string; unit: Subject }[];
  /** Who gets variants: of these it matters in which arm somebody is already. */
  varied: Catalogue['experiments'];
  /** Contents of which there are several editions: variants, or versions that people stay with. */
  manifold: readonly LiveContent[];
  /** Of the workspace: holds where a person's own is not known. */
  timeZone: string;
}

const kept = new WeakMap<LiveContents, Catalogue>();

/** Arranges what is published; the same publication is arranged once. */
export function catalogueOf(contents: LiveContents): Catalogue {
  const known = kept.get(contents);
  if (known) return known;
  const catalogue = arranged(contents);
  kept.set(contents, catalogue);
  return catalogue;
}

/** Ids of the checklists whose progress is the account's. */
export function sharedChecklistsIn({ contents }: Catalogue): ReadonlySet<string> {
  return new Set(
    [...contents.values()].flatMap((content) =>
      content.kind === 'checklist' && content.body.progressOf === 'account' ? [content.id] : [],
    ),
  );
}

function arranged(contents: LiveContents): Catalogue {
  const { budget, holdout, timeZone, segments } = contents;
  const asked: Condition[] = [];
  const selfCompleting: LiveChecklist[] = [];
  const byEvent = new Map<string, LiveChecklist[]>();
  const byContent = new Map<string, LiveChecklist[]>();
  let interrupts = false;

  for (const content of contents.values()) {
    asked.push(content.candidate.audience);
    interrupts ||= opensAs(content.candidate) !== undefined;
    if (content.kind !== 'checklist') continue;

    const steps = [content, ...(content.staying ?? [])]
      .flatMap((each) => bodiesOf<'checklist'>(each))
      .flatMap(({ body }) => body.steps);
    const conditions = stepConditionsOf(steps);
    asked.push(...conditions);
    if (steps.every(({ completeWhen }) => completeWhen === null)) continue;
    selfCompleting.push(content);
    const needed = neededBy(conditions, segments);
    for (const name of needed.eventNames) byEvent.set(name, [...(byEvent.get(name) ?? []), content]);
    for (const id of new Set([...needed.contentIds, ...needed.surveyIds]))
      byContent.set(id, [...(byContent.get(id) ?? []), content]);
  }
  const { eventNames, surveyIds } = neededBy(asked, segments);
  const candidates = [...contents.values()].map(({ candidate }) => candidate);
  return {
    contents,
    eventNames,
    surveyIds,
    segments,
    selfCompleting,
    byEvent,
    byContent,
    byTransaction: Map.groupBy(
      candidates.filter(({ transaction }) => transaction !== undefined),
      ({ transaction }) => transaction?.event ?? '',
    ),
    limited: candidates.filter(({ quota }) => quota !== undefined),
    interrupts,
    waves: candidates.filter(({ isWave }) => isWave),
    budget,
    holdout,
    experiments: experimentsIn(contents),
    varied: [...contents.values()]
      .filter(({ candidate }) => candidate.experiment?.variants !== undefined)
      .map(plannedUnit),
    manifold: [...contents.values()].filter(
      ({ candidate, staying }) => candidate.experiment?.variants !== undefined || staying !== undefined,
    ),
    timeZone,
  };
}

function experimentsIn(contents: LiveContents): Catalogue['experiments'] {
  const whole = contents.holdout ? [{ of: WHOLE_WORKSPACE, unit: contents.holdout.unit }] : [];
  const own = [...contents.values()].filter(({ candidate }) => candidate.experiment).map(plannedUnit);
  return [...whole, ...own];
}

/** What the experiment with a content assigns. */
const plannedUnit = ({ id, candidate }: LiveContent): Catalogue['experiments'][number] => ({
  of: id,
  unit: candidate.experiment?.unit ?? 'contact',
});

/** What has to be read for conditions, also for the segments that they name. */
export function neededBy(
  conditions: readonly Condition[],
  segments: Segments,
): { eventNames: string[]; surveyIds: string[]; contentIds: string[] } {
  const needed = {
    eventNames: new Set<string>(),
    surveyIds: new Set<string>(),
    contentIds: new Set<string>(),
  };
  for (const leaf of conditions.flatMap((condition) => leavesIn(condition, segments))) {
    if (leaf.type === 'event') needed.eventNames.add(leaf.name);
    if (leaf.type === 'answer') needed.surveyIds.add(leaf.surveyId);
    if (leaf.type === 'content') needed.contentIds.add(leaf.contentId);
  }
  return {
    eventNames: [...needed.eventNames],
    surveyIds: [...needed.surveyIds],
    contentIds: [...needed.contentIds],
  };
}

function stepConditionsOf(steps: ChecklistBody['steps']): Condition[] {
  return steps
    .flatMap(({ completeWhen, visibleWhen }) => [completeWhen, visibleWhen])
    .filter((one) => one !== null);
}
