import type { StepAction } from './checklist.ts';
import type { LocalizedText } from './localized.ts';

/** `badge` waits in the panel and is counted as unread; `banner` and `popover` come up by themselves, and wait there too. */
export const ANNOUNCEMENT_MODES = ['badge', 'banner', 'popover'] as const;
export type AnnouncementMode = (typeof ANNOUNCEMENT_MODES)[number];

export interface AnnouncementBody {
  title: LocalizedText;
  /** Markdown subset. */
  body: LocalizedText;
  action: StepAction | null;
  mode: AnnouncementMode;
}
