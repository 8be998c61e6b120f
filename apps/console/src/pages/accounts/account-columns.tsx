import type { account } from '@banso/contract';
import { Avatar } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import type * as z from 'zod';
import { formatDay, formatMoney, formatNear, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { HealthStatus } from './health-status.tsx';
import { LifecycleStatus } from './lifecycle-status.tsx';
import { renewalWords } from './renewal-words.ts';
import { accountTexts } from './texts.ts';

/** A customer company. */
export type Account = z.infer<typeof account.Account>;

/** The columns of the list of accounts; the ids of sortable ones are the names that the API sorts by. */
export function accountColumns(): TableColumn<Account>[] {
  const texts = textsOf(accountTexts);
  const none = <span class="muted">–</span>;
  return [
    {
      id: 'name',
      header: texts.account,
      rowHeader: true,
      sortable: true,
      phone: 'title',
      cell: (row) => (
        <span class="row rec-name">
          <Avatar name={row.name} kind="company" />
          <a class="trunc" href={`/console/accounts/${row.id}`} tabIndex={-1}>
            {row.name}
          </a>
        </span>
      ),
    },
    {
      id: 'lifecycle',
      header: texts.lifecycle,
      phone: 'below',
      cell: (row) => <LifecycleStatus lifecycle={row.lifecycle} />,
    },
    {
      id: 'health',
      header: texts.health,
      wideOnly: true,
      cell: (row) => (row.health ? <HealthStatus level={row.health.level} /> : none),
    },
    { id: 'plan', header: texts.plan, cell: (row) => row.plan ?? none },
    {
      id: 'owner',
      header: texts.owner,
      wideOnly: true,
      cell: (row) =>
        row.owner ? (
          <span class="row rec-owner">
            <Avatar name={row.owner.name} size="s" />
            <span class="trunc">{row.owner.name}</span>
          </span>
        ) : (
          <span class="muted">{texts.nobody}</span>
        ),
    },
    {
      id: 'recurringRevenue',
      header: texts.revenue,
      align: 'end',
      sortable: true,
      firstSort: 'descending',
      phone: 'end',
      cell: (row) => (row.recurringRevenue ? formatMoney(row.recurringRevenue) : none),
    },
    {
      id: 'renewalDate',
      header: texts.renewal,
      align: 'end',
      sortable: true,
      phone: 'below-end',
      cell: (row) =>
        row.renewalDate ? (
          <time class="nowrap" dateTime={row.renewalDate} title={formatDay(row.renewalDate)}>
            {renewalWords(row.renewalDate)}
          </time>
        ) : (
          none
        ),
    },
    {
      id: 'contacts',
      header: texts.people,
      align: 'end',
      wideOnly: true,
      cell: (row) => (
        <a class="num" href={`/console/contacts?accountId=${row.id}`} tabIndex={-1}>
          {formatNumber(row.contacts)}
        </a>
      ),
    },
    {
      id: 'lastSeenAt',
      header: texts.lastSeen,
      align: 'end',
      sortable: true,
      firstSort: 'descending',
      cell: (row) =>
        row.lastSeenAt ? (
          <time class="nowrap muted" dateTime={row.lastSeenAt}>
            {formatNear(row.lastSeenAt)}
          </time>
        ) : (
          <span class="muted">{texts.never}</span>
        ),
    },
  ];
}
