import type { Topic, TopicRule } from '@banso/contract/topic';
import {
  AddIcon,
  Button,
  Chip,
  EmptyState,
  PageBody,
  PageHeader,
  Skeleton,
  Table,
  type TableColumn,
  Tabs,
  TagIcon,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { TopicShare } from './share.tsx';
import { Suggestions } from './suggestions.tsx';
import { topicTexts } from './texts.ts';
import { TopicDialog } from './topic-dialog.tsx';
import './topics.css';
import { TopicList } from './use-topics.ts';

/** What the dialog begins with. */
export interface NewTopic {
  name: string;
  rules: TopicRule[];
}

/** What customers talk about: the topics of the workspace, and what could become one. */
export function TopicsPage() {
  const texts = textsOf(topicTexts);
  const [query, change] = useUrlState();
  const view = query['view'] === 'dismissed' ? 'dismissed' : 'active';
  const [making, setMaking] = useState<NewTopic>();
  const list = useRead('/v1/topics', TopicList);
  const all = list.data?.data.data ?? [];
  const rows = all.filter(({ status }) => status === view);
  const make = may('write') && (
    <Button
      variant="primary"
      icon={AddIcon}
      small
      onClick={() => setMaking({ name: '', rules: [{ language: null, any: [], none: [] }] })}
    >
      {texts.make}
    </Button>
  );
  return (
    <>
      <PageHeader title={texts.page} actions={make} />
      <Tabs
        label={texts.views}
        current={view}
        tabs={(['active', 'dismissed'] as const).map((id) => ({ id, label: texts[id] }))}
        panelId="topics"
        onChange={(id) => change({ view: id === 'active' ? undefined : id })}
      />
      <PageBody>
        <div class="stack" id="topics">
          <p class="muted">{texts.pageWhat}</p>
          {view === 'active' && <Suggestions onAccept={setMaking} />}
          {list.isPending && <Skeleton shape="table" />}
          {list.error && all.length === 0 && (
            <ReadFailed of={list} title={texts.failed}>
              {texts.failedWhat}
            </ReadFailed>
          )}
          {list.isSuccess && rows.length === 0 && (
            <EmptyState
              icon={TagIcon}
              title={view === 'active' ? texts.none : texts.noneDismissed}
              action={view === 'active' && make}
            >
              {view === 'active' ? texts.noneWhat : texts.noneDismissedWhat}
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
        </div>
      </PageBody>
      {making && <TopicDialog topic={making} onClose={() => setMaking(undefined)} />}
    </>
  );
}

const answersOf = (id: string) => `/console/feedback?topic=${id}`;

function columns(): TableColumn<Topic>[] {
  const texts = textsOf(topicTexts);
  return [
    {
      id: 'name',
      header: texts.topic,
      rowHeader: true,
      phone: 'title',
      cell: ({ id, name, pinned, filling }) => (
        <span class="row wrap">
          <a class="med" href={`/console/topics/${id}`}>
            {name}
          </a>
          {pinned && <Chip>{texts.pinned}</Chip>}
          {filling && <span class="muted xs">{texts.filling}</span>}
        </span>
      ),
    },
    {
      id: 'recent',
      header: texts.lately,
      align: 'end',
      phone: 'below',
      cell: ({ id, recent }) => <TopicShare share={recent} href={answersOf(id)} />,
    },
    {
      id: 'before',
      header: texts.before,
      align: 'end',
      phone: 'hide',
      cell: ({ before }) => <TopicShare share={before} />,
    },
    {
      id: 'answers',
      header: texts.answers,
      align: 'end',
      phone: 'below-end',
      cell: ({ id, answers }) => <a href={answersOf(id)}>{formatNumber(answers)}</a>,
    },
  ];
}
