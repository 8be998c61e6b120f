/** A step of its own: the list of everything that the dialog needs stands here, and not in every editor. */
export const loadCopy = () => import('./copy-dialog.tsx').then((part) => part.CopyDialog);
