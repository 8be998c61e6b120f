import type { ContentKind, ContentStatus } from '@banso/domain/content';
import {
  Chip,
  IconButton,
  Menu,
  MoreIcon,
  Status,
  type StatusTone,
  Table,
  type TableColumn,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { language } from '../../../data/session.ts';
import { formatNear, formatNumber, formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { editorHref, NOUNS } from '../content-kind.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { contentTexts } from '../texts/content.ts';
import { listTexts } from '../texts/list.ts';
import { addressOf, ordered, reactionsOf, sortOf } from './contents-order.ts';
import { ContentLanguages } from './content-languages.tsx';
import type { ContentMenu } from './use-content-menu.ts';

const TONES: Readonly<Record<ContentStatus, StatusTone>> = {
  published: 'good',
  scheduled: 'info',
  ended: 'none',
  paused: 'warn',
  draft: 'none',
  archived: 'none',
};

/** Props of {@link ContentsTable}. */
export interface ContentsTableProps {
  kind: ContentKind;
  rows: readonly ContentSummary[];
  menu: ContentMenu;
  /** The order as the address holds it. */
  sort: string | undefined;
  onSort: (sort: string) => void;
  picked: ReadonlySet<string>;
  /** Absent: nothing can be done with several at once. */
  onPick?: ((picked: ReadonlySet<string>) => void) | undefined;
}

/** Contents with how they stand and what happened with them; `j`, `k` and Enter work. */
export function ContentsTable({ kind, rows, menu, sort, onSort, picked, onPick }: ContentsTableProps) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const { route } = useLocation();
  const [active, setActive] = useState<string>();
  const figure = (
    id: string,
    header: string,
    value: (row: ContentSummary) => number,
  ): TableColumn<ContentSummary> => ({
    id,
    header,
    align: 'end',
    sortable: true,
    firstSort: 'descending',
    phone: 'hide',
    cell: (row) => formatNumber(value(row)),
  });
  const columns: TableColumn<ContentSummary>[] = [
    {
      id: 'name',
      header: words.name,
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <>
          <span class="row ct-name">
            <a class="trunc" href={editorHref(kind, row.id)}>
              {row.name}
            </a>
            {row.edited && row.version !== null && (
              <Chip tone="on">
                <span title={texts.editedWhat}>{texts.edited}</span>
              </Chip>
            )}
          </span>
          {row.tags.length > 0 && (
            <span class="row wrap ct-tags">
              {row.tags.map((tag) => (
                <Chip key={tag} href={`/console/${NOUNS[kind]}?${new URLSearchParams({ tag }).toString()}`}>
                  <span class="vh">{texts.filterTag} </span>
                  <span class="trunc">{tag}</span>
                </Chip>
              ))}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'status',
      header: texts.filterStatus,
      phone: 'end',
      cell: (row) => <Status tone={TONES[row.status]} label={words.status[row.status]} />,
    },
    {
      id: 'version',
      header: texts.version,
      phone: 'hide',
      cell: (row) =>
        row.version === null ? <span class="muted nowrap">{texts.versionNone}</span> : `v${row.version}`,
    },
    {
      id: 'languages',
      header: texts.languages,
      phone: 'hide',
      wideOnly: true,
      width: '160px',
      cell: (row) => <ContentLanguages content={row} />,
    },
    figure('shown', words.shown, ({ last30Days }) => last30Days.shown),
    figure('reacted', kind === 'survey' ? words.answered : words.opened, reactionsOf),
    // Nobody can tell when a resource or an announcement has been read to its end.
    ...(kind === 'resource' || kind === 'announcement'
      ? []
      : [figure('completed', words.completed, ({ last30Days }) => last30Days.completed)]),
    {
      id: 'updated',
      header: texts.updated,
      sortable: true,
      firstSort: 'descending',
      phone: 'below',
      cell: (row) => (
        <span class="muted nowrap">
          <time dateTime={row.updatedAt} title={formatTime(row.updatedAt)}>
            {formatNear(row.updatedAt)}
          </time>{' '}
          {row.updatedBy && texts.by(row.updatedBy.name)}
        </span>
      ),
    },
    {
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      width: '44px',
      phone: 'below-end',
      cell: (row) => {
        const sections = menu.sectionsOf(row);
        return sections.length === 0 ? null : (
          <Menu
            label={texts.actionsOf(row.name)}
            align="end"
            sections={sections}
            trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.actionsOf(row.name)} />}
          />
        );
      },
    },
  ];
  const order = sortOf(sort);
  return (
    <Table
      caption={`${words.title[kind]}. ${words.last30}`}
      columns={columns}
      rows={ordered(rows, order, language.value)}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      sort={order}
      onSort={(to) => onSort(addressOf(to))}
      selected={picked}
      onSelect={onPick}
      active={active}
      onActive={setActive}
      onOpen={(row) => route(editorHref(kind, row.id))}
    />
  );
}
