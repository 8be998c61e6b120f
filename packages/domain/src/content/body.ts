import type { AnnouncementBody } from './announcement.ts';
import type { ChecklistBody } from './checklist.ts';
import type { ResourceBody } from './resource.ts';
import type { SurveyBody } from './survey.ts';

/** The body of each kind of content. */
export interface ContentBodies {
  checklist: ChecklistBody;
  survey: SurveyBody;
  resource: ResourceBody;
  announcement: AnnouncementBody;
}
