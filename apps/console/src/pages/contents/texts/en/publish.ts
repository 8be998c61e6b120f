import type { ContentKind } from '@banso/domain/content';
import type { PublishRefusal } from '../../model/publish-refusal.ts';
import { plural } from '../../../../texts/use-texts.ts';

type ByKind = Readonly<Record<ContentKind, string>>;
type Refusals = Readonly<Record<PublishRefusal, (version: number) => string>>;

/** Previewing, publishing and versions, in English. */
export const publish = {
  preview: 'Preview',
  onPage: 'On your own page…',
  device: 'Device',
  desktop: 'Computer',
  phone: 'Phone',
  scheme: 'Light or dark',
  light: 'Light',
  dark: 'Dark',
  previewLanguage: 'Language of the preview',
  invented: 'Invented',
  pseudo: { pseudo: 'Pseudo', 'pseudo-rtl': 'Pseudo, right to left' },
  pseudoNote: (language: string) =>
    `Invented from the texts in ${language}: accents, brackets, 40 % longer. Words without brackets do not come from this content. Never published.`,
  previewFailed: 'The preview could not be drawn. It is tried again with your next change.',
  previewOld: 'The preview is older than your text.',
  previewNote: (language: string) => `The widget itself, in ${language}. You can use it; nothing is stored.`,
  seenBy: 'As',
  anyone: 'anyone',
  findPerson: 'Name, e-mail or user id',
  asVerdict: (verdict: string) => `If this draft were live now: ${verdict}.`,
  asVariant: (name: string) => `Variant: “${name}”.`,
  asFailed: 'How this person would find it could not be asked.',
  whoSees: 'Who sees this draft',
  changesSince: (n: number, version: number) =>
    `${plural(n, { one: '1 change', other: `${n} changes` })} since v${version}`,
  publishedBy: (day: string, name: string | undefined) =>
    `published ${day}${name === undefined ? '' : ` by ${name}`}`,
  neverPublished: 'Not published yet. Nobody sees it.',
  noChanges: (version: number) => `Same as v${version}.`,
  comparing: 'Comparing with the published version.',
  problems: (n: number) => plural(n, { one: '1 problem', other: `${n} problems` }),
  untranslated: (n: number) =>
    plural(n, { one: '1 text not translated', other: `${n} texts not translated` }),
  discard: 'Discard',
  discarded: (version: number) => `The draft is v${version} again.`,
  publish: (version: number) => `Publish v${version}`,
  refusal: {
    permission: () => 'You can edit it. Publishing needs the permission to publish.',
    problems: () => 'Mend the problems first.',
    conflict: () => 'Decide first which draft to keep.',
    unsaved: () => 'The draft is not saved yet.',
    comparing: () => 'Comparing with the published version.',
    unchanged: (version) => `Nothing has changed since v${version}.`,
    approval: () => 'Ask for a review first: this workspace publishes only what was approved.',
  } satisfies Refusals as Refusals,
  publishTitle: (version: number) => `Publish version ${version}?`,
  publishNow: 'Publish',
  schedule: 'Schedule',
  cancel: 'Cancel',
  when: 'When',
  now: 'Now',
  later: 'At a time',
  startsAt: 'Shown from',
  endsAt: 'Shown until',
  note: 'Note',
  noteHint: 'For your team, in the list of versions.',
  stillUnsaved: 'The draft could not be saved, so nothing was published.',
  overtaken: 'Somebody else changed it meanwhile. Nothing was published; look at it and try again.',
  notPublished: 'It was not published. Nothing was changed for customers.',
  published: (version: number) => `Version ${version} is live.`,
  scheduled: (version: number, at: string) => `Version ${version} goes live ${at}.`,
  undoFailed: 'It could not be taken back. Look at the versions.',
  audience: (words: string | undefined) =>
    words === undefined
      ? 'Everybody sees it from then on.'
      : `Customers see it from then on if this is true: ${words}.`,
  halfway: {
    checklist: 'People who are halfway keep their progress. Those who have finished are not reopened.',
    survey: 'Answers so far stay, each with the version it was given to.',
    resource: 'Whoever opens it next reads the new text.',
    announcement: 'Whoever has read or closed it is not shown it again.',
  } satisfies ByKind as ByKind,
  staying: (versions: string[]) => `Those in the middle stayed with ${versions.join(', ')}.`,
  fallsBack: (n: number, language: string, instead: string) =>
    `${plural(n, { one: '1 text is', other: `${n} texts are` })} missing in ${language}. Those readers see ${instead} there.`,
  untitled: 'Without a title',
  versions: 'Versions',
  noVersions: 'Not published yet',
  noVersionsWhat: 'Each publication is kept here, and can be brought back.',
  versionsFailed: 'The versions did not load',
  versionsFailedWhat: 'The server did not answer.',
  current: 'Live',
  currentPaused: 'Last',
  by: (name: string) => `by ${name}`,
  changedFrom: (n: number, version: number) =>
    `${plural(n, { one: '1 change', other: `${n} changes` })} from v${version}`,
  first: 'The first version.',
  bringBack: 'Bring back',
  bringBackTitle: (version: number, next: number) => `Bring back version ${version} as version ${next}?`,
  bringBackWhat: 'Customers see it from now on.',
  bringBackDraft: 'It also replaces the draft. Undo brings the draft back.',
  broughtBack: (version: number) => `Version ${version} is back.`,
};
