import { type Topic, TopicAccounts } from '@banso/contract/topic';
import { Card, Skeleton, Table, type TableColumn } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { formatDay, formatMoney, formatNear, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { topicTexts } from './texts.ts';

type Row = TopicAccounts['data'][number];

/** Whose people talk of it, and what these accounts pay in all. */
export function TopicAccountsCard({ topic }: { topic: Topic }) {
  const texts = textsOf(topicTexts);
  const read = useRead(`/v1/topics/${topic.id}/accounts`, TopicAccounts);
  const told = read.data?.data;
  const revenue = told?.recurringRevenue.map(formatMoney).join(' + ') ?? '';
  const sum =
    told && (revenue === '' ? texts.sumWithout(told.accounts) : texts.sumOf(told.accounts, revenue));
  return (
    <Card
      title={texts.accounts}
      meta={sum === undefined ? texts.accountsMeta : `${sum} · ${texts.accountsMeta}`}
      flush={told !== undefined && told.data.length > 0}
      busy={read.isPending}
    >
      {read.isPending && <Skeleton shape="table" />}
      {told?.data.length === 0 && <p class="muted">{texts.noAccounts}</p>}
      {told && told.data.length > 0 && (
        <Table
          caption={texts.accounts}
          columns={columns(topic.id)}
          rows={told.data}
          rowKey={({ account }) => account?.id ?? ''}
          rowName={({ account }) => account?.name ?? texts.noAccount}
        />
      )}
    </Card>
  );
}

function columns(topicId: string): TableColumn<Row>[] {
  const texts = textsOf(topicTexts);
  return [
    {
      id: 'account',
      header: texts.account,
      rowHeader: true,
      phone: 'title',
      cell: ({ account }) =>
        account ? (
          <a class="med" href={`/console/accounts/${account.id}`}>
            {account.name}
          </a>
        ) : (
          <span class="muted">{texts.noAccount}</span>
        ),
    },
    {
      id: 'answers',
      header: texts.answers,
      align: 'end',
      phone: 'below',
      cell: ({ account, answers }) =>
        account ? (
          <a href={`/console/feedback?topic=${topicId}&account=${account.id}`}>{formatNumber(answers)}</a>
        ) : (
          formatNumber(answers)
        ),
    },
    {
      id: 'people',
      header: texts.people,
      align: 'end',
      phone: 'hide',
      cell: ({ people }) => formatNumber(people),
    },
    {
      id: 'revenue',
      header: texts.revenue,
      align: 'end',
      phone: 'below-end',
      cell: ({ account }) =>
        account?.recurringRevenue ? (
          formatMoney(account.recurringRevenue)
        ) : (
          <span class="muted">{texts.unknown}</span>
        ),
    },
    {
      id: 'renewal',
      header: texts.renewal,
      phone: 'hide',
      cell: ({ account }) =>
        account?.renewalDate ? formatDay(account.renewalDate) : <span class="muted">{texts.unknown}</span>,
    },
    {
      id: 'last',
      header: texts.lastAt,
      phone: 'hide',
      cell: ({ lastAt }) => <time dateTime={lastAt}>{formatNear(lastAt)}</time>,
    },
  ];
}
