import {
  AccountIcon,
  AnnouncementIcon,
  AudienceIcon,
  BellIcon,
  CalendarIcon,
  CaseIcon,
  ChecklistIcon,
  DayIcon,
  FeedbackIcon,
  type IconShape,
  MessagesIcon,
  PersonIcon,
  ReportIcon,
  ResourceIcon,
  SettingsIcon,
  SurveyIcon,
  TagIcon,
  TaskIcon,
  TranslateIcon,
} from '@banso/ui';
import type { shellTexts } from '../texts/shell.ts';

type Name = keyof (typeof shellTexts)['en'];

/** One place in the console. */
export interface Place {
  href: string;
  label: Name;
  icon: IconShape;
  group: Name | undefined;
}

/** The navigation, in its order; the palette lists the same. */
export const PLACES: readonly Place[] = [
  { href: '/console', label: 'myDay', icon: DayIcon, group: undefined },
  { href: '/console/feedback', label: 'feedback', icon: FeedbackIcon, group: undefined },
  { href: '/console/cases', label: 'cases', icon: CaseIcon, group: undefined },
  { href: '/console/messages', label: 'messages', icon: MessagesIcon, group: undefined },
  { href: '/console/tasks', label: 'tasks', icon: TaskIcon, group: undefined },
  { href: '/console/accounts', label: 'accounts', icon: AccountIcon, group: undefined },
  { href: '/console/contacts', label: 'contacts', icon: PersonIcon, group: undefined },
  { href: '/console/notices', label: 'notices', icon: BellIcon, group: undefined },
  { href: '/console/checklists', label: 'checklists', icon: ChecklistIcon, group: 'content' },
  { href: '/console/surveys', label: 'surveys', icon: SurveyIcon, group: 'content' },
  { href: '/console/resources', label: 'resources', icon: ResourceIcon, group: 'content' },
  {
    href: '/console/announcements',
    label: 'announcements',
    icon: AnnouncementIcon,
    group: 'content',
  },
  { href: '/console/segments', label: 'segments', icon: AudienceIcon, group: 'content' },
  { href: '/console/translations', label: 'translations', icon: TranslateIcon, group: 'content' },
  { href: '/console/topics', label: 'topics', icon: TagIcon, group: 'insight' },
  { href: '/console/reports/nps', label: 'nps', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/csat', label: 'csat', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/ces', label: 'ces', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/onboarding', label: 'onboarding', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/coverage', label: 'coverage', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/content', label: 'results', icon: ReportIcon, group: 'insight' },
  { href: '/console/reports/listening', label: 'ahead', icon: CalendarIcon, group: 'insight' },
  { href: '/console/settings', label: 'settings', icon: SettingsIcon, group: 'manage' },
];

/** True when a path lies inside a place. */
export function isAt(place: Place, path: string): boolean {
  return place.href === '/console'
    ? path === '/console' || path === '/console/'
    : path === place.href || path.startsWith(`${place.href}/`);
}
