import { ROLES } from '@banso/contract';
import type { Role } from '@banso/contract';

/** Roles that somebody may give: their own and those below. Roles are listed from the highest to the lowest. */
export const rolesUpTo = (own: Role): readonly Role[] => ROLES.slice(ROLES.indexOf(own));

/** True when `one` may do everything that `other` may, and so may change them. */
export const reaches = (one: Role, other: Role): boolean => ROLES.indexOf(one) <= ROLES.indexOf(other);
