import type { organisation } from '@banso/contract';
import { Card, Status, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import type * as z from 'zod';
import { connected } from '../../../data/live.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useNow } from '../use-now.ts';
import { installTexts } from './texts.ts';

type Event = z.infer<typeof organisation.Installation>['lastEvents'][number];

/** What arrived last, as it arrived. */
export function LastEvents({ events }: { events: readonly Event[] }) {
  const texts = textsOf(installTexts);
  const now = useNow(1_000);
  const rows = events.map((event, index) => ({ ...event, key: `${event.at} ${index}` }));
  const columns: TableColumn<(typeof rows)[number]>[] = [
    {
      id: 'when',
      header: texts.when,
      width: '140px',
      phone: 'end',
      cell: ({ at }) => (
        <time class="muted nowrap" dateTime={at}>
          {formatNear(at, Math.max(now, Date.parse(at)))}
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
      cell: ({ contact }) => contact ?? <span class="muted">{texts.anonymous}</span>,
    },
  ];
  return (
    <Card
      title={texts.events}
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
          caption={texts.events}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          rowName={({ key }) => key}
        />
      )}
    </Card>
  );
}
