import type { Deps } from '../../app-env.ts';
import { KINDS } from '../../contents/kinds.ts';
import { contentRoutes } from '../../contents/routes.ts';

/** Mounted at the root: `/v1/announcements`. */
export const announcementRoutes = (deps: Deps) => contentRoutes(deps, KINDS.announcement);
