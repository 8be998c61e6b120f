import type { NpsBand } from '@banso/domain/statistics';

/** What people of one language wrote after their score. Each is used once. */
export interface CommentBank {
  /** Said at any time. */
  anyTime: Readonly<Record<NpsBand, readonly string[]>>;
  /** Said in the weeks in which the new sharing page was there and its shortcomings were not mended yet. */
  onSharing: Readonly<Record<NpsBand, readonly string[]>>;
}
