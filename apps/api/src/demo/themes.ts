import type { ThemeRecord } from '@banso/database';

/** Worn by what tells of interruptions, so that it is not taken for news. */
export const NOTICE: Pick<ThemeRecord, 'id' | 'slug' | 'name' | 'look'> = {
  id: 'thm_01980000-0000-7000-8000-000000000001',
  slug: 'service-notice',
  name: 'Service notice',
  look: { accent: '#9a5b13', surface: '#fff8ea', surfaceDark: '#1c1710', radius: 8 },
};
