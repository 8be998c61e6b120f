import { erasure } from '@banso/contract';
import {
  Button,
  Card,
  Dialog,
  EmptyState,
  LoadMore,
  RadioSegment,
  SafeIcon,
  Skeleton,
  Status,
  Table,
} from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { forget, usePages } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { useUrlState } from '../../../data/url-state.ts';
import { toaster } from '../../../shell/toaster.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { erasedName } from '../../../texts/erased.ts';
import { formatDay } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { contactTexts } from '../../contacts/texts.ts';
import { daysLeft, leftWords } from '../../privacy/request.ts';
import type { ErasureRequest } from '../../privacy/request.ts';
import { privacyTexts } from '../../privacy/texts.ts';

/** What the list can be cut down to; the few that were let in again stand among all. */
const STATUSES = ['open', 'carried_out', 'withdrawn'] as const;
type Shown = (typeof STATUSES)[number];

/** Who asked to be erased, and what became of it. */
export function PrivacySection() {
  const texts = textsOf(privacyTexts);
  const [query, change] = useUrlState();
  const status = STATUSES.find((each) => each === query['status']);
  const list = usePages('/v1/erasures', erasure.Erasure, { status, limit: 50 });
  const [lifting, setLifting] = useState<ErasureRequest>();
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const showAll = () => change({ status: undefined });
  return (
    <div class="set-col">
      <div class="row wrap audit-head">
        <RadioSegment
          label={texts.status}
          options={[
            { value: 'all', label: texts.all },
            ...STATUSES.map((value) => ({ value, label: texts.statuses[value] })),
          ]}
          value={status ?? 'all'}
          onChange={(to: Shown | 'all') => change({ status: to === 'all' ? undefined : to })}
        />
        <p class="muted">{texts.what}</p>
      </div>
      {list.isPending && <Skeleton shape="table" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={SafeIcon}
          title={status ? texts.noneOfStatus : texts.none}
          action={status && <Button onClick={showAll}>{texts.showAll}</Button>}
        >
          {status ? undefined : texts.noneWhat}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Card title={texts.requests} flush>
          <Table
            caption={texts.requests}
            columns={columns(setLifting)}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={nameOf}
          />
          {list.hasNextPage && (
            <LoadMore
              shown={rows.length}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </Card>
      )}
      {lifting && <LiftDialog target={lifting} onClose={() => setLifting(undefined)} />}
    </div>
  );
}

function nameOf({ contact }: ErasureRequest): string {
  if (contact.erased) return erasedName();
  return contact.name ?? contact.email ?? contact.externalId ?? textsOf(contactTexts).somebody;
}

const TONES = { open: 'warn', withdrawn: 'none', carried_out: 'good', lifted: 'none' } as const;

function columns(onLift: (request: ErasureRequest) => void): TableColumn<ErasureRequest>[] {
  const texts = textsOf(privacyTexts);
  return [
    {
      id: 'person',
      header: texts.person,
      rowHeader: true,
      phone: 'title',
      cell: (row) => (
        <span class="key-name">
          <a class="med" href={`/console/contacts/${row.contact.id}`}>
            {nameOf(row)}
          </a>
          {row.account && <span class="muted reg xs">{row.account.name}</span>}
        </span>
      ),
    },
    {
      id: 'state',
      header: texts.state,
      phone: 'end',
      cell: ({ status }) => <Status tone={TONES[status]} label={texts.statuses[status]} />,
    },
    {
      id: 'when',
      header: texts.when,
      phone: 'below',
      cell: ({ requestedAt, source }) => (
        <span class="key-name">
          <time dateTime={requestedAt}>{formatDay(requestedAt)}</time>
          <span class="muted xs">{source === 'contact' ? texts.byPerson : texts.byMember}</span>
        </span>
      ),
    },
    { id: 'due', header: texts.due, phone: 'below-end', cell: (row) => <Due row={row} /> },
    {
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      phone: 'full',
      cell: (row) =>
        row.status === 'carried_out' && may('administer') ? (
          <Button small variant="ghost" onClick={() => onLift(row)}>
            {texts.letIn}
          </Button>
        ) : null,
    },
  ];
}

/** By when, while it is open; then when it came to an end, and through whom. */
function Due({ row }: { row: ErasureRequest }) {
  const texts = textsOf(privacyTexts);
  const { status, dueAt, withdrawnAt, carriedOutAt, carriedOutBy } = row;
  if (status === 'open')
    return (
      <span class="nowrap">
        <time dateTime={dueAt}>{formatDay(dueAt)}</time>{' '}
        <span class="muted">{leftWords(daysLeft(row, Date.now()))}</span>
      </span>
    );
  const ended = carriedOutAt ?? withdrawnAt;
  if (ended === null) return null;
  const who = carriedOutBy?.name;
  return (
    <time class="muted nowrap" dateTime={ended}>
      {who ? texts.doneBy(who, formatDay(ended)) : formatDay(ended)}
    </time>
  );
}

function LiftDialog({ target, onClose }: { target: ErasureRequest; onClose: () => void }) {
  const texts = textsOf(privacyTexts);
  const submit = useSubmit();
  const lift = () =>
    submit.run(async () => {
      try {
        await api.call('POST', `/v1/erasures/${target.id}/lift`, { schema: erasure.Erasure, body: {} });
        toaster.show({ message: texts.letInDone });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        toaster.show({ message: texts.letInFailed });
      }
      forget('/v1/erasures');
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.letInTitle}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" busy={submit.busy} onClick={() => void lift()}>
            {texts.letIn}
          </Button>
        </>
      }
    >
      <p>{texts.letInWhat}</p>
    </Dialog>
  );
}
