import type { ThemeUse } from '@banso/contract/theme';
import type { ThemeRecord } from '@banso/database';
import type { Principal } from '../app-env.ts';
import { isApprover } from '../contents/review.ts';
import { slugOf } from '../slug-of.ts';

/** What somebody may do where a change of a theme is like a publication, or changes what everything wears. */
export interface ThemeRights {
  publish: boolean;
  approve: boolean;
  administer: boolean;
}

/** What a principal may do with themes. */
export function themeRightsOf(principal: Principal): ThemeRights {
  const may: readonly string[] = principal.kind === 'member' ? principal.permissions : principal.scopes;
  return {
    publish: may.includes('publish'),
    approve: isApprover(principal),
    administer: may.includes('administer'),
  };
}

/** Why a new look may not act on what customers see at once; undefined where it may. */
export function wearingRefusal(
  { isDefault, live }: { isDefault: boolean; live: readonly ThemeUse[] },
  rights: ThemeRights,
  isApprovalRequired: boolean,
): 'forbidden' | 'approval_required' | undefined {
  if (isDefault && !rights.administer) return 'forbidden';
  if (live.length === 0) return undefined;
  if (!rights.publish) return 'forbidden';
  return isApprovalRequired && !rights.approve ? 'approval_required' : undefined;
}

/** A slug that none of the saved ones has. */
export function freeThemeSlug(
  { name, id }: Pick<ThemeRecord, 'name' | 'id'>,
  saved: readonly ThemeRecord[],
): string {
  const slug = (length: number) => slugOf({ name, otherwise: 'theme', id, length });
  return slug(saved.some((one) => one.slug === slug(4)) ? 12 : 4);
}
