import { content } from '@banso/contract';
import type { ChecklistBody } from '@banso/domain/content';
import {
  Avatar,
  Card,
  EmptyState,
  LoadMore,
  OnboardingIcon,
  ProgressBar,
  Skeleton,
  Status,
  Table,
  type TableColumn,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { connected } from '../../../data/live.ts';
import { usePages } from '../../../data/query.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { erasedName } from '../../../texts/erased.ts';
import { formatDay, formatNear } from '../../../texts/format.ts';
import { recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

type Participant = z.infer<typeof content.ChecklistParticipant>;

const keyOf = ({ contact, account }: Participant) => contact?.id ?? account?.id ?? '';
const hrefOf = ({ contact, account }: Participant) =>
  contact ? `/console/contacts/${contact.id}` : `/console/accounts/${account?.id ?? ''}`;

/** How far each person, or each account, is with a checklist. Steps that are done appear by themselves. */
export function Participants() {
  const texts = wordsOf('results');
  const { model } = useEditor();
  const { route } = useLocation();
  const [active, setActive] = useState<string>();
  const { progressOf } = model.draft.value.body as ChecklistBody;
  const list = usePages(
    `${recordPath(model.kind, model.record.value.id)}/participants`,
    content.ChecklistParticipant,
    { limit: 50 },
  );
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const nameOf = ({ contact, account }: Participant) =>
    contact?.erased ? erasedName() : (contact?.name ?? account?.name ?? texts.nobody);

  const columns: TableColumn<Participant>[] = [
    {
      id: 'who',
      header: progressOf === 'account' ? texts.account : texts.person,
      rowHeader: true,
      cell: (row) => (
        <span class="row">
          <Avatar name={nameOf(row)} kind={row.contact ? 'person' : 'company'} />
          <a class="trunc" href={hrefOf(row)}>
            {nameOf(row)}
          </a>
          {row.contact && row.account && <span class="muted trunc desk">{row.account.name}</span>}
        </span>
      ),
    },
    {
      id: 'progress',
      header: texts.progress,
      phone: 'full',
      cell: (row) => (
        <span class="row part-p">
          <ProgressBar
            kind="measure"
            label={texts.progressOf(nameOf(row))}
            value={row.done}
            max={row.total}
            valueText={texts.doneOf(row.done, row.total)}
            tone={row.completedAt ? 'good' : undefined}
          />
          <span class="nowrap">{texts.doneOf(row.done, row.total)}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: texts.state,
      phone: 'end',
      cell: (row) =>
        row.completedAt ? (
          <Status tone="good" label={texts.finished(formatDay(row.completedAt))} />
        ) : (
          <Status tone="info" label={texts.underWay} />
        ),
    },
    ...(rows.some(({ version }) => version !== rows[0]?.version)
      ? [
          {
            id: 'version',
            header: texts.version,
            phone: 'below' as const,
            cell: (row: Participant) => `v${row.version}`,
          },
        ]
      : []),
    {
      id: 'last',
      header: texts.lastStep,
      phone: 'below',
      cell: (row) =>
        row.lastStepAt ? (
          <time dateTime={row.lastStepAt}>{formatNear(row.lastStepAt)}</time>
        ) : (
          <span class="muted">{texts.noStep}</span>
        ),
    },
    {
      id: 'started',
      header: texts.started,
      phone: 'hide',
      wideOnly: true,
      cell: (row) => <time dateTime={row.startedAt}>{formatDay(row.startedAt)}</time>,
    },
  ];

  return (
    <Card
      title={texts.participants}
      meta={progressOf === 'account' ? texts.byAccount : texts.byPerson}
      actions={
        <Status
          tone={connected.value ? 'good' : 'none'}
          label={connected.value ? texts.live : texts.notLive}
          small
        />
      }
      flush
    >
      {list.isPending && <Skeleton shape="table" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState title={texts.noneYet} icon={OnboardingIcon}>
          {texts.noneYetWhat}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption={texts.participants}
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            rowName={nameOf}
            active={active}
            onActive={setActive}
            onOpen={(row) => route(hrefOf(row))}
          />
          {list.hasNextPage && (
            <LoadMore
              shown={rows.length}
              busy={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </>
      )}
    </Card>
  );
}
