import { element } from './element.ts';

/** An element tells what the person did; the event carries it in `detail`. */
type Heard<D = null> = ((event: CustomEvent<D>) => void) | undefined;

export interface BansoLauncherProps {
  /** The person pressed it. */
  onToggle?: Heard;
}
/** The button that opens the panel, in a place of your own. Give the provider `launcher="none"` beside it. */
export const BansoLauncher = element<BansoLauncherProps>('banso-launcher', { onToggle: 'banso-toggle' });

export interface BansoPanelProps {
  /** Where it begins: `checklists`, `resources`, an id or slug; absent: home. */
  start?: string | undefined;
  /** The person wants it closed. */
  onClose?: Heard;
}
/** Home, checklists and guides, in your page instead of over it. */
export const BansoPanel = element<BansoPanelProps>('banso-panel', { onClose: 'banso-close' });

export interface BansoChecklistProps {
  /** Id or slug. */
  content: string;
  /** A step was ticked, or the tick taken back. */
  onStep?: Heard<{ contentId: string; step: string; done: boolean }>;
  /** A link of a step was followed. */
  onFollow?: Heard;
}
/** One checklist. Empty for a person it is not on offer to. */
export const BansoChecklist = element<BansoChecklistProps>('banso-checklist', {
  onStep: 'banso-step',
  onFollow: 'banso-follow',
});

export interface BansoSurveyProps {
  /** Id or slug. */
  content: string;
  /** A question was answered; `value` is null when it was skipped, `other` what the person wrote beside the options. */
  onAnswer?: Heard<{
    contentId: string;
    question: string;
    value: number | string | readonly string[] | null;
    other?: string;
  }>;
  /** The person closed it. */
  onClose?: Heard;
}
/** One survey. Empty for a person it is not on offer to. */
export const BansoSurvey = element<BansoSurveyProps>('banso-survey', {
  onAnswer: 'banso-answer',
  onClose: 'banso-close',
});

export interface BansoResourcesProps {
  /** Id or slug of the guide that is open; absent: the list. */
  reading?: string | undefined;
  /** A guide was opened. */
  onRead?: Heard<{ contentId: string }>;
  /** A link in a guide was followed. */
  onFollow?: Heard;
}
/** The guides: search, sections, reading. */
export const BansoResources = element<BansoResourcesProps>('banso-resources', {
  onRead: 'banso-read',
  onFollow: 'banso-follow',
});

/** What the person and the team write to each other. Empty for people whose user id nobody vouches for. */
export const BansoMessages = element<Record<never, never>>('banso-messages', {});

export interface BansoPreferencesProps {
  /** The person chose how often they are asked, or a language; null: that of the page. */
  onPreference?: Heard<{ asking?: 'usual' | 'less' | 'never'; locale?: string | null }>;
}
/** How often we ask, which language we speak, what is known about the person. */
export const BansoPreferences = element<BansoPreferencesProps>('banso-preferences', {
  onPreference: 'banso-preference',
});

export interface BansoAnnouncementProps {
  /** Id or slug. */
  content: string;
  /** The person closed it, put it off, or has seen it elsewhere. */
  onClose?: Heard;
}
/** One announcement, in the flow of your page. Empty for a person it is not on offer to. */
export const BansoAnnouncement = element<BansoAnnouncementProps>('banso-announcement', {
  onClose: 'banso-close',
});
