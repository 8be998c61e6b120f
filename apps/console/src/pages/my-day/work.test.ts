import { describe, expect, test } from 'vitest';
import { filterOf, groupsOf, hrefOf, urgencyOf } from './work.ts';
import type { Work } from './work.ts';

const work = (over: Partial<Work>): Work => ({
  id: 'w',
  kind: 'install',
  at: '2026-01-05T10:00:00.000Z',
  account: null,
  contact: null,
  responseId: null,
  detail: {},
  ...over,
});
const account = { id: 'acc_1', name: 'Aoba' };
const contact = { id: 'con_1', name: 'Mika' };

describe('one thing to do', () => {
  test.each([
    { of: work({}), urgency: 'now', filter: undefined, href: '/console/settings/install' },
    {
      of: work({ kind: 'detractor', responseId: 'rsp_1', account }),
      urgency: 'now',
      filter: 'answers',
      href: '/console/feedback?answer=rsp_1',
    },
    {
      of: work({ kind: 'unread_comment', responseId: 'rsp_2' }),
      urgency: 'week',
      filter: 'answers',
      href: '/console/feedback?answer=rsp_2',
    },
    {
      of: work({ kind: 'renewal_window', account, detail: { days: 30 } }),
      urgency: 'now',
      filter: 'renewals',
      href: '/console/accounts/acc_1',
    },
    {
      of: work({ kind: 'renewal_window', account, detail: { days: 31 } }),
      urgency: 'later',
      filter: 'renewals',
      href: '/console/accounts/acc_1',
    },
    {
      of: work({ kind: 'stalled_onboarding', account, contact }),
      urgency: 'week',
      filter: 'onboarding',
      href: '/console/accounts/acc_1',
    },
    {
      of: work({ kind: 'stalled_onboarding', contact }),
      urgency: 'week',
      filter: 'onboarding',
      href: '/console/contacts/con_1',
    },
    {
      of: work({ kind: 'quiet_account', account }),
      urgency: 'later',
      filter: 'quiet',
      href: '/console/accounts/acc_1',
    },
  ])('$of.kind stands under $urgency and leads to $href', ({ of, urgency, filter, href }) => {
    expect([urgencyOf(of), filterOf(of), hrefOf(of)]).toEqual([urgency, filter, href]);
  });

  test('groups keep the order of the server inside, the most urgent first', () => {
    const quiet = work({ id: 'q', kind: 'quiet_account' });
    const low = work({ id: 'd', kind: 'detractor' });
    const near = work({ id: 'n', kind: 'renewal_window', detail: { days: 3 } });
    expect(
      groupsOf([quiet, low, near]).map((group) => [group.urgency, group.work.map(({ id }) => id)]),
    ).toEqual([
      ['now', ['d', 'n']],
      ['later', ['q']],
    ]);
  });
});
