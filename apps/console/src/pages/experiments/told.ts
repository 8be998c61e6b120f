import type { ExperimentReport, Readout } from '@banso/contract/experiment';
import type { Experiment } from '@banso/domain/experiment';

/** What is told of an experiment. */
export interface Told {
  experiment: Experiment;
  readout: Readout;
  asOf: string;
  startedAt?: string | null | undefined;
  endedAt?: string | null | undefined;
  isMixed?: boolean | undefined;
  /** Of a content: how many finished or answered it. */
  hasEnd: boolean;
  /** The question whose answers are compared. */
  scale?: ExperimentReport['scale'] | undefined;
}
