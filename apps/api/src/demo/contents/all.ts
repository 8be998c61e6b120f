import type { Calendar } from '../calendar.ts';
import type { DemoContent } from './demo-content.ts';
import { firstWeek } from './first-week.ts';
import { gettingStarted } from './getting-started.ts';
import { BASICS } from './resources-basics.ts';
import { liveAndAdmin } from './resources-live.ts';
import { TOGETHER } from './resources-together.ts';
import { ONBOARDING_SURVEY, RELATIONSHIP_NPS } from './surveys.ts';

/** Everything that the demo's company has written for its customers. */
export function demoContents(calendar: Calendar): readonly DemoContent[] {
  return [
    gettingStarted(calendar),
    firstWeek(calendar),
    RELATIONSHIP_NPS,
    ONBOARDING_SURVEY,
    ...BASICS,
    ...TOGETHER,
    ...liveAndAdmin(calendar),
  ];
}
