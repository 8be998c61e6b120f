import type { ContentStatus } from '@banso/domain/content';
import type { SaveState } from './autosave.ts';

/** Why a draft cannot be published now. */
export type PublishRefusal =
  | 'permission'
  | 'problems'
  | 'conflict'
  | 'unsaved'
  | 'comparing'
  | 'unchanged'
  | 'approval';

/** What {@link publishRefusal} looks at. */
export interface PublishSituation {
  mayPublish: boolean;
  /** Fields to mend first. */
  problems: number;
  save: SaveState['status'];
  status: ContentStatus;
  /** Differences from the published version; undefined when there is none. */
  changes: number | undefined;
  /** Whether the published version has been read. */
  isKnown: boolean;
  /** A version waits for its time: publishing again changes when. */
  isWaiting: boolean;
  /** Publishing takes an approval that the draft, as it is now, does not have. */
  needsApproval: boolean;
}

/**
 * The first reason that keeps a draft from being published; `undefined` when it may be. What is only waiting to be
 * saved may be published: publishing saves it first.
 */
export function publishRefusal({
  mayPublish,
  problems,
  save,
  status,
  changes,
  isKnown,
  isWaiting,
  needsApproval,
}: PublishSituation): PublishRefusal | undefined {
  if (!mayPublish) return 'permission';
  if (problems > 0) return 'problems';
  if (save === 'conflict') return 'conflict';
  if (save === 'offline' || save === 'refused' || save === 'unstorable') return 'unsaved';
  if (!isKnown) return 'comparing';
  if (changes === 0 && status === 'published' && !isWaiting) return 'unchanged';
  return needsApproval ? 'approval' : undefined;
}
