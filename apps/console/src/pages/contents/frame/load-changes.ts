/** Fetches the words for differences; a summary above them is there without. */
export const loadChanges = () => import('./change-list.tsx').then((part) => part.ChangeList);
