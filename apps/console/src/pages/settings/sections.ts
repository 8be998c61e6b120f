import type { ComponentType } from 'preact';
import type { settingsTexts } from './texts.ts';

/** A section of the settings; its id is the last part of the address. */
export type SectionId = keyof (typeof settingsTexts)['en']['sections'];
type Group = keyof (typeof settingsTexts)['en']['groups'];

/** The sections in the order of the navigation. */
export const SECTIONS: readonly { id: SectionId; group: Group }[] = [
  { id: 'install', group: 'product' },
  { id: 'identity', group: 'product' },
  { id: 'keys', group: 'product' },
  { id: 'themes', group: 'product' },
  { id: 'webhooks', group: 'product' },
  { id: 'workspace', group: 'team' },
  { id: 'fatigue', group: 'team' },
  { id: 'cases', group: 'team' },
  { id: 'alerts', group: 'team' },
  { id: 'mail', group: 'team' },
  { id: 'holdout', group: 'team' },
  { id: 'members', group: 'team' },
  { id: 'teams', group: 'team' },
  { id: 'data', group: 'team' },
  { id: 'privacy', group: 'team' },
  { id: 'audit', group: 'team' },
  { id: 'profile', group: 'you' },
];

/** Fetches the code of a section; each is its own file, so that opening one does not load the rest. */
export const LOADERS: Readonly<Record<SectionId, () => Promise<ComponentType>>> = {
  install: () => import('./install/install-section.tsx').then((file) => file.InstallSection),
  identity: () => import('./identity/identity-section.tsx').then((file) => file.IdentitySection),
  keys: () => import('./keys/keys-section.tsx').then((file) => file.KeysSection),
  workspace: () => import('./workspace/workspace-section.tsx').then((file) => file.WorkspaceSection),
  themes: () => import('./themes/themes-section.tsx').then((file) => file.ThemesSection),
  fatigue: () => import('./fatigue/fatigue-section.tsx').then((file) => file.FatigueSection),
  cases: () => import('./cases/cases-section.tsx').then((file) => file.CasesSection),
  holdout: () => import('./holdout/holdout-section.tsx').then((file) => file.HoldoutSection),
  alerts: () => import('./alerts/alerts-section.tsx').then((file) => file.AlertsSection),
  mail: () => import('./mail/mail-section.tsx').then((file) => file.MailSection),
  webhooks: () => import('./webhooks/webhooks-section.tsx').then((file) => file.WebhooksSection),
  data: () => import('./data/data-section.tsx').then((file) => file.DataSection),
  members: () => import('./members/members-section.tsx').then((file) => file.MembersSection),
  teams: () => import('./teams/teams-section.tsx').then((file) => file.TeamsSection),
  privacy: () => import('./privacy/privacy-section.tsx').then((file) => file.PrivacySection),
  audit: () => import('./audit/audit-section.tsx').then((file) => file.AuditSection),
  profile: () => import('./profile/profile-section.tsx').then((file) => file.ProfileSection),
};
