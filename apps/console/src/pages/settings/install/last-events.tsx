import type { organisation } from '@banso/contract';
import { Card, Status, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import type * as z from 'zod';
import { connected } from '../../../data/live.ts';
import { erasedName } from '../../../texts/erased.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useNow } from '../use-now.ts';
import { installTexts } from './texts.ts';

type Event = z.infer<typeof organisation.Installation>['lastEvents'][number];

/** What arrived last, when it arrived. */
export function LastEvents({ events, title }: { events: readonly Event[]; title?: string }) {
  const texts = textsOf(installTexts);
  const heading = title ?? texts.events;
  const now = useNow(1_000);
  const rows = events.map((event, index) => ({ ...event, key: `${event.receivedAt} ${index}` }));
  const columns: TableColumn<(typeof rows)[number]>[] = [
    {
      id: 'when',
      header: texts.when,
      width: '140px',
      phone: 'end',
      cell: ({ receivedAt }) => (
        <time class="muted nowrap" dateTime={receivedAt}>
          {formatNear(receivedAt, Math.max(now, Date.parse(receivedAt)))}
        </time>
      ),
    },
    { id: 'kind', header: texts.kind, rowHeader: true, cell: ({ type }) => texts.kinds[type] ?? type },
    {
      id: 'name',
      header: texts.name,
      phone: 'below',
      cell: ({ name }) => name && <span class="mono">{name}</span>,
    },
    {
      id: 'person',
      header: texts.person,
      phone: 'below-end',
      cell: ({ contact, erased }) =>
        contact ?? <span class="muted">{erased ? erasedName() : texts.anonymous}</span>,
    },
  ];
  return (
    <Card
      title={heading}
      flush
      actions={
        <Status
          tone={connected.value ? 'good' : 'none'}
          label={connected.value ? texts.live : texts.notLive}
          small
          muted
        />
      }
    >
      {rows.length === 0 ? (
        <p class="muted set-none">{texts.noEvents}</p>
      ) : (
        <Table
          compact
          caption={heading}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          rowName={({ key }) => key}
        />
      )}
    </Card>
  );
}
