import type { AnnouncementMode, ResourceType } from '@banso/domain/content';
import { plural } from '../../../../texts/use-texts.ts';

type Modes = Readonly<Record<AnnouncementMode, string>>;
type Types = Readonly<Record<ResourceType, string>>;

/** Settings in words, in English. */
export const values = {
  nothing: 'none',
  /** What "nothing" means for a setting. */
  none: {
    pages: 'every page',
    devices: 'every device',
    completeWhen: 'the person ticks it',
    visibleWhen: 'always',
    requires: 'nothing',
    dueInDays: 'no due date',
    startsAt: 'at once',
    endsAt: 'no end',
    themeId: 'the default one',
    afterShownDays: 'never',
    afterDismissedDays: 'never',
    afterAnsweredDays: 'never',
    scrolledPercent: 'does not matter',
    idleSeconds: 'does not matter',
    event: 'does not matter',
    element: 'does not matter',
    exitIntent: 'does not matter',
    maxAttempts: 'no limit',
    next: 'the next question',
  },
  scores: (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`),
  everyAnswer: 'every answer',
  theEnd: 'the end',
  leads: (from: string, to: string) => `${from} → ${to}`,
  listed: (values: readonly string[]) => values.join(', '),
  yes: 'yes',
  no: 'no',
  device: { desktop: 'computers', mobile: 'phones' },
  seconds: (n: number) => plural(n, { one: '1 second', other: `${n} seconds` }),
  days: (n: number) => plural(n, { one: '1 day', other: `${n} days` }),
  percent: (n: string) => `${n} %`,
  quotaPer: { total: 'in total', wave: 'in each wave' },
  progressOf: { contact: 'each person', account: 'the whole account' },
  owner: { customer: 'the customer', team: 'your team' },
  ordered: 'one after the other',
  anyOrder: 'in any order',
  resourceType: {
    article: 'Article',
    video: 'Video',
    webinar: 'Webinar',
    document: 'Document',
    link: 'Link',
  } satisfies Types as Types,
  mode: { badge: 'badge', banner: 'banner', popover: 'popover' } satisfies Modes as Modes,
};
