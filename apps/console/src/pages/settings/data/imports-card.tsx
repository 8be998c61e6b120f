import { ImportSummary } from '@banso/contract/history';
import { Button, Card, EmptyState, LoadMore, Skeleton, Status, Table, UploadIcon } from '@banso/ui';
import type { StatusTone, TableColumn } from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { dataTexts } from './texts.ts';
import { UploadDialog } from './upload-dialog.tsx';

/** Every file of survey history that was brought, and the way to bring one. */
export function ImportsCard() {
  const texts = textsOf(dataTexts);
  const [uploading, setUploading] = useState(false);
  const list = usePages('/v1/imports', ImportSummary, { limit: 20 });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const bring = may('write') && (
    <Button variant="primary" small icon={UploadIcon} onClick={() => setUploading(true)}>
      {texts.bring}
    </Button>
  );
  return (
    <Card title={texts.imports} flush={rows.length > 0} actions={rows.length > 0 && bring}>
      {list.isPending && <Skeleton shape="table" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.importsFailed}>
          {texts.nothingLost}
        </ReadFailed>
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon={UploadIcon} title={texts.noImports} action={bring || undefined}>
          {texts.noImportsWhat}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={texts.imports}
          columns={columns()}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={({ fileName }) => fileName}
        />
      )}
      {list.hasNextPage && (
        <LoadMore
          shown={rows.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {uploading && <UploadDialog onClose={() => setUploading(false)} />}
    </Card>
  );
}

/** How each state is drawn. */
export const IMPORT_TONES: Readonly<Record<ImportSummary['status'], StatusTone>> = {
  uploaded: 'none',
  checked: 'none',
  running: 'info',
  done: 'good',
  undoing: 'info',
  undone: 'none',
};

function columns(): TableColumn<ImportSummary>[] {
  const texts = textsOf(dataTexts);
  return [
    {
      id: 'file',
      header: texts.file,
      rowHeader: true,
      phone: 'title',
      cell: (row) => (
        <span class="key-name">
          <a class="med" href={`/console/settings/data?import=${row.id}`}>
            {row.fileName}
          </a>
          <span class="muted reg xs">{texts.sources[row.source]}</span>
        </span>
      ),
    },
    {
      id: 'status',
      header: texts.status,
      phone: 'end',
      cell: ({ status }) => <Status tone={IMPORT_TONES[status]} label={texts.statuses[status]} />,
    },
    {
      id: 'added',
      header: texts.added,
      align: 'end',
      phone: 'below-end',
      cell: ({ counts }) => formatNumber(counts.added),
    },
    {
      id: 'changed',
      header: texts.changed,
      align: 'end',
      wideOnly: true,
      cell: ({ counts }) => formatNumber(counts.changed),
    },
    {
      id: 'failed',
      header: texts.refused,
      align: 'end',
      wideOnly: true,
      cell: ({ counts }) => formatNumber(counts.failed),
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
  ];
}
