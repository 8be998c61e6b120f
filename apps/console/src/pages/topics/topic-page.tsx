import { Topic, TopicAnnouncement } from '@banso/contract/topic';
import {
  Button,
  ButtonLink,
  Chip,
  DeleteIcon,
  EditIcon,
  IconButton,
  Menu,
  MoreIcon,
  PageBody,
  PageHeader,
  Skeleton,
  TagIcon,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { forget, useRead } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { topicTexts } from './texts.ts';
import { TopicAccountsCard } from './topic-accounts.tsx';
import { TopicDialog } from './topic-dialog.tsx';
import { TopicExamples, TopicRules, TopicTrendCard } from './topic-cards.tsx';
import { DeleteTopic, MergeTopic } from './topic-end.tsx';
import './topics.css';

/** One topic: how often it comes up, whose people bring it up, and what they write. */
export function TopicPage({ id = '' }: { id?: string }) {
  const texts = textsOf(topicTexts);
  const read = useRead(`/v1/topics/${id}`, Topic);
  const topic = read.data?.data;
  if (read.isPending) return <Skeleton shape="rows" />;
  if (!topic)
    return (
      <PageBody>
        <ReadFailed of={read} title={texts.gone}>
          {texts.goneWhat} <a href="/console/topics">{texts.toTopics}</a>
        </ReadFailed>
      </PageBody>
    );
  return (
    <>
      <PageHeader
        title={topic.name}
        crumbs={[{ href: '/console/topics', label: texts.page }]}
        status={
          <>
            {topic.pinned && <Chip>{texts.pinned}</Chip>}
            {topic.status === 'dismissed' && <Chip>{texts.dismissed}</Chip>}
          </>
        }
        actions={<TopicActions topic={topic} etag={read.data?.etag} />}
      />
      <PageBody>
        <div class="top-cols">
          <div class="stack">
            <TopicTrendCard topic={topic} />
            <TopicAccountsCard topic={topic} />
          </div>
          <div class="stack">
            <TopicExamples topic={topic} />
            <TopicRules topic={topic} />
          </div>
        </div>
      </PageBody>
    </>
  );
}

function TopicActions({ topic, etag }: { topic: Topic; etag: string | undefined }) {
  const texts = textsOf(topicTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const [open, setOpen] = useState<'edit' | 'merge' | 'remove'>();
  const close = () => setOpen(undefined);
  const change = async (body: object) => {
    try {
      await api.call('PATCH', `/v1/topics/${topic.id}`, { schema: Topic, body, etag });
      forget('/v1/topics');
    } catch {
      toaster.show({ message: texts.refused });
    }
  };
  const announce = () =>
    submit.run(async () => {
      try {
        const { data } = await api.call('POST', `/v1/topics/${topic.id}/announcement`, {
          schema: TopicAnnouncement,
          body: {},
        });
        forget('/v1/announcements');
        toaster.show({ message: texts.announced(data.people) });
        route(`/console/announcements/${data.announcementId}`);
      } catch (error) {
        const isNobody = (error as { status?: number }).status === 409;
        toaster.show({ message: isNobody ? texts.nobody : texts.refused });
      }
    });
  const isActive = topic.status === 'active';
  return (
    <>
      <ButtonLink small href={`/console/feedback?topic=${topic.id}`}>
        {texts.seeAnswers}
      </ButtonLink>
      {may('write') && (
        <>
          <Button small icon={EditIcon} onClick={() => setOpen('edit')}>
            {texts.edit}
          </Button>
          <Button
            small
            variant="primary"
            busy={submit.busy}
            title={texts.announceWhat}
            onClick={() => void announce()}
          >
            {texts.announce}
          </Button>
          <Menu
            label={texts.more}
            align="end"
            trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.more} />}
            sections={[
              {
                id: 'change',
                items: [
                  {
                    id: 'pin',
                    label: topic.pinned ? texts.unpin : texts.pin,
                    onSelect: () => void change({ pinned: !topic.pinned }),
                  },
                  {
                    id: 'dismiss',
                    label: isActive ? texts.dismiss : texts.restore,
                    onSelect: () => void change({ status: isActive ? 'dismissed' : 'active' }),
                  },
                  { id: 'merge', label: texts.merge, icon: TagIcon, onSelect: () => setOpen('merge') },
                ],
              },
              {
                id: 'end',
                items: [
                  {
                    id: 'remove',
                    label: texts.remove,
                    icon: DeleteIcon,
                    danger: true,
                    onSelect: () => setOpen('remove'),
                  },
                ],
              },
            ]}
          />
        </>
      )}
      {open === 'edit' && <TopicDialog topic={topic} stored={{ id: topic.id, etag }} onClose={close} />}
      {open === 'merge' && <MergeTopic topic={topic} etag={etag} onClose={close} />}
      {open === 'remove' && <DeleteTopic topic={topic} etag={etag} onClose={close} />}
    </>
  );
}
