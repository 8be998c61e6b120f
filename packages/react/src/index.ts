export { BansoProvider } from './banso-provider.tsx';
export { useBanso } from './banso-context.ts';
export { useBansoEvent } from './use-banso-event.ts';
export {
  BansoAnnouncement,
  BansoChecklist,
  BansoLauncher,
  BansoMessages,
  BansoPanel,
  BansoPreferences,
  BansoResources,
  BansoSurvey,
} from './elements.ts';
export type { BansoAccount, BansoProviderProps, BansoUser } from './banso-provider.tsx';
export type { ElementProps } from './element.ts';
export type {
  BansoAnnouncementProps,
  BansoChecklistProps,
  BansoLauncherProps,
  BansoPanelProps,
  BansoPreferencesProps,
  BansoResourcesProps,
  BansoSurveyProps,
} from './elements.ts';
export type { Banso, ClientState, Consent, EventDetails, Explanation, Tracked, Values } from '@banso/loader';
