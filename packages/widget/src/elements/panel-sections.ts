/** Fetches the elements of those sections of the panel that have a file of their own. */
export const sections: Readonly<Record<string, () => Promise<unknown>>> = {
  announcement: () => import('../surfaces/announcement.ts'),
  messages: () => import('./own.ts'),
  preferences: () => import('./preferences.ts'),
};
