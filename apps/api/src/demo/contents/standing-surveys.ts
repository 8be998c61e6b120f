import type { Condition } from '@banso/domain/targeting';
import { RELATIONSHIP_NPS } from '../../contents/templates/relationship-nps.ts';
import { SUPPORT_CSAT } from '../../contents/templates/support-csat.ts';
import type { Calendar } from '../calendar.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

/** Day of the calendar on which the first wave began; a wave lasts three months. */
export const QUARTERLY_SINCE = -250;
/** Day of the calendar since which people are asked about tickets. */
export const TICKETS_SINCE = -24;
/** What the product tracks when somebody's ticket was solved. */
export const TICKET_SOLVED = { event: 'ticket_solved', property: 'ticketId' } as const;

const ENTERPRISE_ADMINS: Condition = {
  type: 'all',
  of: [
    { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'Enterprise' },
    { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' },
  ],
};
/** They wait in the panel: what opens by itself is the relationship survey. */
const WAITS = { interruptive: false, verifiedOnly: true, delaySeconds: 0 } as const;

/** Surveys that come again: one a quarter in waves, one about each solved ticket. */
export function standingSurveys(calendar: Calendar): readonly DemoContent[] {
  return [
    {
      kind: 'survey',
      slug: 'quarterly-enterprise-nps',
      name: 'Quarterly NPS of Enterprise admins',
      createdOn: QUARTERLY_SINCE - 13,
      by: 'mika',
      versions: [
        {
          day: QUARTERLY_SINCE,
          by: 'mika',
          note: 'Every admin of an Enterprise customer, once a quarter, each on a day of their own',
          draft: draftOf('survey', RELATIONSHIP_NPS.body(calendar.at(QUARTERLY_SINCE, 0)), {
            ...WAITS,
            audience: ENTERPRISE_ADMINS,
            waves: { from: calendar.day(QUARTERLY_SINCE), months: 3, percent: 100 },
          }),
        },
      ],
    },
    {
      kind: 'survey',
      slug: 'ticket-csat',
      name: 'CSAT after a ticket',
      createdOn: TICKETS_SINCE - 2,
      by: 'seoyeon',
      versions: [
        {
          day: TICKETS_SINCE,
          by: 'seoyeon',
          note: 'Once for each ticket, for two weeks after it was solved',
          draft: draftOf('survey', SUPPORT_CSAT.body(calendar.at(TICKETS_SINCE, 0)), {
            ...WAITS,
            transaction: { ...TICKET_SOLVED, withinDays: 14 },
          }),
        },
      ],
    },
  ];
}
