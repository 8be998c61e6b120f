import { Export } from '@banso/contract/history';
import { Button, Card, DownloadIcon, EmptyState, LoadMore, Skeleton, Table } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { ExportDialog } from './export-dialog.tsx';
import { fetchExport } from './fetch-export.ts';
import { dataTexts } from './texts.ts';

/** What was taken out, and the way to take something out. */
export function ExportsCard() {
  const texts = textsOf(dataTexts);
  const [making, setMaking] = useState(false);
  const list = usePages('/v1/exports', Export, { limit: 20 });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const make = may('write') && (
    <Button small icon={DownloadIcon} onClick={() => setMaking(true)}>
      {texts.export}
    </Button>
  );
  return (
    <Card title={texts.exports} flush={rows.length > 0} actions={rows.length > 0 && make}>
      {list.isPending && <Skeleton shape="table" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.exportsFailed}>
          {texts.nothingLost}
        </ReadFailed>
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon={DownloadIcon} title={texts.noExports} action={make || undefined}>
          {texts.noExportsWhat}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={texts.exports}
          columns={columns()}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={(row) => nameOf(row)}
        />
      )}
      {list.hasNextPage && (
        <LoadMore
          shown={rows.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {making && <ExportDialog onClose={() => setMaking(false)} />}
    </Card>
  );
}

function nameOf({ kind, survey }: Export): string {
  return survey?.name ?? textsOf(dataTexts).kinds[kind];
}

function columns(): TableColumn<Export>[] {
  const texts = textsOf(dataTexts);
  return [
    {
      id: 'what',
      header: texts.content,
      rowHeader: true,
      phone: 'title',
      cell: (row) => (
        <span class="key-name">
          <span class="med">{nameOf(row)}</span>
          <span class="muted reg xs">{texts.formats[row.format]}</span>
        </span>
      ),
    },
    {
      id: 'rows',
      header: texts.rows,
      align: 'end',
      phone: 'below-end',
      cell: ({ rows }) => (rows === null ? '–' : formatNumber(rows)),
    },
    {
      id: 'when',
      header: texts.when,
      phone: 'below',
      cell: ({ createdAt, createdBy }) => (
        <span class="key-name">
          <time dateTime={createdAt}>{formatDay(createdAt)}</time>
          <span class="muted xs">{createdBy?.name}</span>
        </span>
      ),
    },
    {
      id: 'fetch',
      header: texts.download,
      hideHeader: true,
      align: 'end',
      phone: 'end',
      cell: ({ id }) =>
        may('write') ? (
          <Button small variant="ghost" icon={DownloadIcon} onClick={() => fetchExport(id)}>
            {texts.download}
          </Button>
        ) : null,
    },
  ];
}
