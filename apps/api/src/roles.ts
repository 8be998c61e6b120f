import { ROLES } from '@banso/contract';
import type { Role } from '@banso/contract';

/** A stored role; one that this version does not know may do the least. */
export const roleOf = (stored: string): Role => ROLES.find((role) => role === stored) ?? 'viewer';

/** True when `one` may do everything that `other` may: roles are listed from the highest to the lowest. */
export const reaches = (one: Role, other: Role): boolean => ROLES.indexOf(one) <= ROLES.indexOf(other);
