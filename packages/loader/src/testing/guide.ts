import type { PublishedContent, widgetApi } from '@banso/contract';

const GUIDE_ID = 'res_01890000-0000-7000-8000-000000000004';

/** An article. */
export const GUIDE: PublishedContent = {
  kind: 'resource',
  id: GUIDE_ID,
  slug: 'invite',
  version: 1,
  lang: 'en',
  type: 'article',
  title: 'Who may see a folder',
  summary: '',
  section: '',
  tags: [],
  body: [{ type: 'paragraph', of: [{ type: 'text', text: 'Everybody whom you have invited.' }] }],
};

export const SHOW_GUIDE: widgetApi.ShownContent = {
  contentId: GUIDE_ID,
  version: 1,
  kind: 'resource',
  surface: 'panel',
  when: { delaySeconds: 0, pages: [] },
  reason: 'eligible',
};
