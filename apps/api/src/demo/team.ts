import type { Role } from '@banso/contract';
import type { CaseCause } from '@banso/domain/cases';

/** The people who work at the demo's company. */
export type MemberKey = 'mika' | 'haruka' | 'ren' | 'seoyeon' | 'daniel';

/** One of them, as they stand in the list of members. */
export interface DemoMember {
  key: MemberKey;
  name: string;
  email: string;
  role: Role;
}

/** Who joined first comes first. */
export const TEAM: readonly DemoMember[] = [
  { key: 'mika', name: 'Mika Hayashi', email: 'mika.hayashi@kumo-notes.example', role: 'owner' },
  { key: 'daniel', name: 'Daniel Brooks', email: 'daniel.brooks@kumo-notes.example', role: 'supervisor' },
  { key: 'haruka', name: 'Haruka Sato', email: 'haruka.sato@kumo-notes.example', role: 'member' },
  { key: 'seoyeon', name: 'Seo-yeon Kim', email: 'seoyeon.kim@kumo-notes.example', role: 'member' },
  { key: 'ren', name: 'Ren Aoki', email: 'ren.aoki@kumo-notes.example', role: 'admin' },
];

/** Those who answer what customers ask, and what was said of the answers. */
export const SUPPORT = {
  name: 'Support',
  members: ['haruka', 'seoyeon', 'daniel'],
  causes: ['message', 'low_csat'],
} as const satisfies { name: string; members: readonly MemberKey[]; causes: readonly CaseCause[] };
