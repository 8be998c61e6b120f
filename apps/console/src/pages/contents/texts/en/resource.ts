import type { ResourceType } from '@banso/domain/content';

type Urls = Readonly<Record<Exclude<ResourceType, 'article'>, string>>;

/** The resource form, in English. */
export const resource = {
  resource: 'Resource',
  type: 'Type',
  title: 'Title',
  summary: 'Summary',
  summaryHint: 'One sentence under the title in the list.',
  body: 'Text',
  bodyHint: 'Bold, italic, links, lists and headings. Search looks in it too.',
  url: {
    video: 'Address of the video',
    webinar: 'Address to join',
    document: 'Address of the document',
    link: 'Address',
  } satisfies Urls as Urls,
  urlHint: 'Starts with https://',
  startsAt: 'Starts',
  endsAt: 'Ends',
  hoursHint: 'In your time zone. Everybody sees it in their own.',
  recording: 'Recording',
  recordingHint: 'After the end it takes the place of the invitation.',
  section: 'Section',
  sectionHint: 'Resources with the same section stand together.',
  tags: 'Search words',
  tagsHint: 'Words people may search for in the widget, beside those of the text.',
  recommended: 'Recommended on pages',
  recommendedHint:
    'On these pages it stands first; on others it is not shown. Empty: in its section on every page.',
};
