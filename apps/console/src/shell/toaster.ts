import { createToaster } from '@banso/ui';

/** The one place for short words after an action: "Saved", "Moved", with undo. */
export const toaster = createToaster();
