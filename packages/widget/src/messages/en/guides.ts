import type { Catalogue } from '../say.ts';

/** What the guides say, in English. */
export const enGuides = {
  lang: 'en',
  guides: 'Guides',
  back: 'Back',
  search: 'Search guides',
  clear: 'Clear search',
  found: '{n} found',
  nothingFound: 'Nothing about this yet',
  otherWord: 'Another word may find it.',
  empty: 'No guides yet.',
  forThisPage: 'For this page',
  live: 'Live sessions',
  more: 'More guides',
  types: { article: 'Article', video: 'Video', webinar: 'Webinar', document: 'Document', link: 'Link' },
  recording: 'Recording',
  minutes: '{n} min',
  localTime: '{day}, {from}–{to}, your time ({zone})',
  heldOn: 'Held on {date}',
  noRecording: 'There is no recording yet.',
  calendar: 'Add to calendar (.ics)',
  join: 'Open the session',
  watch: 'Watch',
  watchRecording: 'Watch the recording',
  openDocument: 'Open the document',
  openLink: 'Open the page',
  helped: 'Did this help?',
  yes: 'Yes',
  no: 'Not really',
  rated: {
    arrived: 'Thank you. It has arrived.',
    stored: 'Thank you. Kept on this device, will be sent.',
    held: 'Thank you. It will be sent if this page stays open.',
    refused: 'That was not accepted.',
  },
};
export type GuideMessages = Catalogue<typeof enGuides>;
