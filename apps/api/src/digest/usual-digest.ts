import type { DigestChoice } from '@banso/database';

/** When the weekly digest comes to members who have chosen nothing: as the week begins. */
export const USUAL_DIGEST: DigestChoice = { on: true, weekday: 1, hour: 8 };
