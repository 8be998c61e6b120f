/** A step of its own: the list of everything that the dialog needs stands here, and not in every editor. */
export const loadPagePreview = () =>
  import('./page-preview-dialog.tsx').then((part) => part.PagePreviewDialog);
