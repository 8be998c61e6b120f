/** A step of its own: the list of everything that the drawer needs stands here, and not in every editor. */
export const loadShare = () => import('./share-drawer.tsx').then((part) => part.ShareDrawer);
