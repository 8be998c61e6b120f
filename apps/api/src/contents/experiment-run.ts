import type { ContentDraft, VersionRecord } from '@banso/database';
import { visibleSince } from '@banso/domain/content';
import type { Experiment } from '@banso/domain/experiment';
import { experimentEffects } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';

/** The latest experiment with one content: versions that followed each other and had one. */
export interface ExperimentRun {
  /** That of its last version. */
  experiment: Experiment;
  startedAt: Instant;
  /** When a version without an experiment took its place; undefined: it runs. */
  endedAt: Instant | undefined;
  /** The body changed between its versions. */
  isMixed: boolean;
  /** What its last version gives. */
  draft: ContentDraft;
}

type Shown = Pick<VersionRecord, 'version' | 'publishedAt' | 'draft'>;

/**
 * Finds the latest experiment.
 * @param versions - Newest first.
 * @param live - The version that customers see; later ones wait.
 */
export function latestRun(versions: readonly Shown[], live: number): ExperimentRun | undefined {
  const shown = versions.filter(({ version }) => version <= live);
  const from = shown.findIndex(({ draft }) => draft.delivery.experiment !== undefined);
  const last = shown[from];
  const experiment = last?.draft.delivery.experiment;
  if (!last || !experiment) return undefined;
  const length = shown.slice(from).findIndex(({ draft }) => draft.delivery.experiment === undefined);
  const run = shown.slice(from, length === -1 ? undefined : from + length);
  const after = shown[from - 1];
  return {
    experiment,
    startedAt: startOf(run.at(-1) ?? last),
    endedAt: after && startOf(after),
    isMixed: run.some(({ draft }) => experimentEffects(draft, last.draft).includes('experiment_mixes')),
    draft: last.draft,
  };
}

const startOf = ({ publishedAt, draft }: Shown): Instant =>
  visibleSince({ publishedAt, startsAt: draft.delivery.startsAt });
