import { SegmentSummary } from '@banso/contract/segment';
import {
  AddIcon,
  AudienceIcon,
  ButtonLink,
  EmptyState,
  PageBody,
  PageHeader,
  Skeleton,
  Table,
  type TableColumn,
} from '@banso/ui';
import * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import './segments.css';
import { segmentTexts } from './texts.ts';

const List = z.object({ data: z.array(SegmentSummary) });

/** Every saved segment, by name, and what needs it. */
export function SegmentsPage() {
  const texts = textsOf(segmentTexts);
  const list = useRead('/v1/segments', List);
  const rows = list.data?.data.data ?? [];
  const make = may('write') && (
    <ButtonLink href="/console/segments/new" variant="primary" icon={AddIcon} small>
      {texts.make}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={texts.page} actions={make} />
      <PageBody>
        <p class="muted">{texts.pageWhat}</p>
        {list.isPending && <Skeleton shape="table" />}
        {list.error && rows.length === 0 && (
          <ReadFailed of={list} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState icon={AudienceIcon} title={texts.none} action={make}>
            {texts.noneWhat}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Table
            caption={texts.page}
            columns={columns()}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
          />
        )}
      </PageBody>
    </>
  );
}

function columns(): TableColumn<SegmentSummary>[] {
  const texts = textsOf(segmentTexts);
  return [
    {
      id: 'name',
      header: texts.name,
      rowHeader: true,
      phone: 'title',
      cell: ({ id, name, description }) => (
        <span class="seg-name">
          <a class="med" href={`/console/segments/${id}`}>
            {name}
          </a>
          {description && <span class="muted reg xs">{description}</span>}
        </span>
      ),
    },
    {
      id: 'uses',
      header: texts.uses,
      phone: 'below',
      cell: ({ contents, segments }) => {
        const live = contents.filter(({ isLive }) => isLive).length;
        return <span class="muted">{texts.usedBy(contents.length, live, segments.length)}</span>;
      },
    },
    {
      id: 'changed',
      header: texts.changed,
      phone: 'below-end',
      cell: ({ updatedAt, updatedBy }) => (
        <span class="muted nowrap">
          <time dateTime={updatedAt}>{formatNear(updatedAt)}</time>
          {updatedBy && ` · ${updatedBy.name}`}
        </span>
      ),
    },
  ];
}
