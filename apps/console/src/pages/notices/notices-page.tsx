import { Notice, type Notices } from '@banso/contract/alert';
import { BellIcon, Button, Card, Chip, EmptyState, PageBody, PageHeader, Skeleton } from '@banso/ui';
import * as z from 'zod';
import { forget, usePages } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { noticeTexts } from './texts.ts';

const PATH = '/v1/notices';
const KINDS = { nps: 'NPS', csat: 'CSAT', ces: 'CES' } as const;

/** What alert rules found for whoever looks, the newest first. */
export function NoticesPage() {
  const texts = textsOf(noticeTexts);
  const read = usePages(PATH, Notice);
  const submit = useSubmit();
  const notices = read.data?.pages.flatMap(({ data }) => data);
  const markRead = (ids: 'all' | string[]) =>
    void submit.run(async () => {
      await api.call('POST', `${PATH}/read`, { schema: z.unknown(), body: { ids } });
      forget(PATH);
    });
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          notices?.some(({ readAt }) => readAt === null) && (
            <Button small busy={submit.busy} onClick={() => markRead('all')}>
              {texts.markAll}
            </Button>
          )
        }
      />
      <PageBody>
        {read.isPending && <Skeleton shape="cards" count={3} />}
        {!read.isPending && !notices && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {notices?.length === 0 && (
          <EmptyState icon={BellIcon} title={texts.none}>
            {texts.noneWhat}
          </EmptyState>
        )}
        {notices && notices.length > 0 && (
          <ul class="stack" aria-label={texts.title}>
            {notices.map((notice) => (
              <li key={notice.id}>
                <NoticeCard notice={notice} onOpen={() => notice.readAt === null && markRead([notice.id])} />
              </li>
            ))}
          </ul>
        )}
        {read.hasNextPage && (
          <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {texts.more}
          </Button>
        )}
      </PageBody>
    </>
  );
}

type One = Notices['data'][number];

function NoticeCard({ notice, onOpen }: { notice: One; onOpen: () => void }) {
  const texts = textsOf(noticeTexts);
  const { title, href, lines } = saidIn(notice, texts);
  return (
    <Card>
      <div class="stack">
        <div class="row wrap">
          {href === undefined ? (
            <span class="med">{title}</span>
          ) : (
            <a class="link med" href={href} onClick={onOpen}>
              {title}
            </a>
          )}
          {notice.readAt === null && <Chip>{texts.unread}</Chip>}
        </div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="muted xs">
          {notice.kind === 'webhook' ? '' : `${notice.rule} · `}
          {formatNear(notice.createdAt)}
        </p>
      </div>
    </Card>
  );
}

interface Said {
  title: string;
  href: string | undefined;
  lines: string[];
}

function saidIn(notice: One, texts: (typeof noticeTexts)['en']): Said {
  switch (notice.kind) {
    case 'webhook':
      return {
        title: texts.webhook(notice.name),
        href: '/console/settings/webhooks',
        lines: [texts.reasons[notice.reason]],
      };
    case 'drop': {
      const figure = (value: number) => value.toFixed(1);
      const kind = KINDS[notice.scoreKind];
      return {
        title: texts.drop(notice.surveyName, kind, figure(notice.before), figure(notice.after)),
        href: `/console/${notice.scoreKind}?survey=${notice.surveyId}`,
        lines: [],
      };
    }
    case 'answer':
    case 'answers': {
      const { answer } = notice;
      if (notice.kind === 'answer' && notice.isTest) return { title: texts.test, href: undefined, lines: [] };
      const many = notice.kind === 'answers' ? texts.answers(notice.count) : undefined;
      if (!answer) return { title: many ?? texts.gone, href: undefined, lines: [] };
      const who = [answer.contactName, answer.accountName].filter((name) => name !== null).join(' · ');
      const score = answer.score === null ? '' : texts.score(answer.score);
      return {
        title: many ?? texts.answer(answer.surveyName),
        href: `/console/feedback?answer=${answer.responseId}`,
        lines: [[who, score].filter(Boolean).join(' — '), answer.words ?? ''].filter(Boolean),
      };
    }
  }
}
