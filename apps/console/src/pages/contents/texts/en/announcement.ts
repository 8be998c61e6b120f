import type { AnnouncementMode } from '@banso/domain/content';

type ByMode = Readonly<Record<AnnouncementMode, string>>;

/** The announcement form, in English. */
export const announcement = {
  announcement: 'Announcement',
  mode: 'How it comes',
  modes: { badge: 'Badge', banner: 'Banner', popover: 'Popover' } satisfies ByMode as ByMode,
  modeHint: {
    badge: 'Interrupts nobody: a count on the launcher, and it waits under “What’s new”.',
    banner: 'A bar on top that pushes the page down. For what everybody should notice.',
    popover: 'A card in the corner. For what is worth a moment.',
  } satisfies ByMode as ByMode,
  title: 'Title',
  titleHint: 'What is new, in a few words.',
  text: 'Text',
  textHint: {
    badge: 'Bold, italic, links and lists. Read whole in the panel.',
    banner: 'One sentence: it stands in one line with the title.',
    popover: 'Two or three sentences.',
  } satisfies ByMode as ByMode,
  hasButton: 'Has a button',
  hasButtonHint:
    'It opens a page in your product or anywhere else. Whoever follows it is not interrupted again.',
  button: 'Button',
  link: 'Opens',
  linkHint: 'A path such as /folders, or a whole address.',
  readOnly: 'You may look, not edit.',
};
