import {
  AccountIcon,
  ChecklistIcon,
  DayIcon,
  FeedbackIcon,
  type IconShape,
  PersonIcon,
  ReportIcon,
  ResourceIcon,
  SettingsIcon,
  SurveyIcon,
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
  { href: '/console/accounts', label: 'accounts', icon: AccountIcon, group: undefined },
  { href: '/console/contacts', label: 'contacts', icon: PersonIcon, group: undefined },
  { href: '/console/checklists', label: 'checklists', icon: ChecklistIcon, group: 'content' },
  { href: '/console/surveys', label: 'surveys', icon: SurveyIcon, group: 'content' },
  { href: '/console/resources', label: 'resources', icon: ResourceIcon, group: 'content' },
  { href: '/console/reports/nps', label: 'nps', icon: ReportIcon, group: 'insight' },
  { href: '/console/settings', label: 'settings', icon: SettingsIcon, group: 'insight' },
];

/** True when a path lies inside a place. */
export function isAt(place: Place, path: string): boolean {
  return place.href === '/console'
    ? path === '/console' || path === '/console/'
    : path === place.href || path.startsWith(`${place.href}/`);
}
