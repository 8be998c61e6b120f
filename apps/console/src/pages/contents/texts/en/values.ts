import type { ResourceType } from '@banso/domain/content';
import { plural } from '../../../../texts/use-texts.ts';

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
    afterShownDays: 'never',
    afterDismissedDays: 'never',
    afterAnsweredDays: 'never',
    maxAttempts: 'no limit',
  },
  listed: (values: readonly string[]) => values.join(', '),
  yes: 'yes',
  no: 'no',
  device: { desktop: 'computers', mobile: 'phones' },
  seconds: (n: number) => plural(n, { one: '1 second', other: `${n} seconds` }),
  days: (n: number) => plural(n, { one: '1 day', other: `${n} days` }),
  percent: (n: string) => `${n} %`,
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
};
