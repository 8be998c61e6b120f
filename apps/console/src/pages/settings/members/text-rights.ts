import type { PermissionOverrides } from '@banso/contract';

/** What a member may do with what customers write, as one choice; `role`: what the role says. */
export const TEXT_RIGHTS = ['role', 'reply', 'read', 'none'] as const;
export type TextRight = (typeof TEXT_RIGHTS)[number];

const OVERRIDES: Readonly<Record<TextRight, PermissionOverrides>> = {
  role: { read_texts: null, reply: null },
  reply: { read_texts: true, reply: true },
  read: { read_texts: true, reply: false },
  none: { read_texts: false, reply: false },
};

/** What the choice gives and denies. */
export const overridesFor = (right: TextRight): PermissionOverrides => OVERRIDES[right];

/** The choice that stands for what holds; what is mixed of role and overrides is told by what it comes to. */
export function textRightOf(overrides: PermissionOverrides, permissions: readonly string[]): TextRight {
  if (overrides.read_texts === null && overrides.reply === null) return 'role';
  if (permissions.includes('reply')) return 'reply';
  return permissions.includes('read_texts') ? 'read' : 'none';
}
