import type { Calendar } from '../calendar.ts';
import { announcements } from './announcements.ts';
import type { DemoContent } from './demo-content.ts';
import { firstWeek } from './first-week.ts';
import { gettingStarted } from './getting-started.ts';
import { REPORT_TEMPLATES } from './report-templates.ts';
import { BASICS } from './resources-basics.ts';
import { liveAndAdmin } from './resources-live.ts';
import { TOGETHER } from './resources-together.ts';
import { INVITE_CES, SEARCH_CSAT } from './quick-surveys.ts';
import { ONBOARDING_SURVEY, RELATIONSHIP_NPS } from './surveys.ts';

/** Everything that the demo's company has written for its customers. */
export function demoContents(calendar: Calendar): readonly DemoContent[] {
  return [
    gettingStarted(calendar),
    firstWeek(calendar),
    RELATIONSHIP_NPS,
    ONBOARDING_SURVEY,
    SEARCH_CSAT,
    INVITE_CES,
    ...BASICS,
    ...TOGETHER,
    ...liveAndAdmin(calendar),
    ...announcements(calendar),
    REPORT_TEMPLATES,
  ];
}
