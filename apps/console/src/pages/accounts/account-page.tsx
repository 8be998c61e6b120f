import { account } from '@banso/contract';
import {
  AccountIcon,
  Avatar,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  Notice,
  PageBody,
  PageHeader,
  Skeleton,
} from '@banso/ui';
import type { Account } from './account-columns.tsx';
import { erasedName } from '../../texts/erased.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { NotesCard } from '../notes/notes-card.tsx';
import { TasksCard } from '../tasks/tasks-card.tsx';
import { AccountDetails, AccountFacts } from './account-facts.tsx';
import { AnswersCard, useAnswers } from './answers-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { ProgressCards } from './progress-cards.tsx';
import { recordTexts } from './record-texts.ts';
import './records.css';
import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import { RenewalsCard } from './renewal/renewals-card.tsx';
import { accountTexts } from './texts.ts';
import { TimelineCard } from './timeline-card.tsx';
import { TraitsCard } from './traits-card.tsx';
import { isGone, useRecord } from './use-record.ts';
import type { RecordAccess } from './use-record.ts';

const loadCases = () => import('../cases/case-card.tsx').then((part) => part.CasesCard);

/** One customer company: how it stands, who its people are, how far they are, and what they said. */
export function AccountPage({ id = '' }: { id?: string }) {
  const texts = textsOf(accountTexts);
  const access = useRecord('/v1/accounts', id, account.Account);
  const { record, error } = access;
  const crumbs = [{ href: '/console/accounts', label: texts.title }];

  if (record) return <OneAccount key={id} access={access} record={record} />;
  return (
    <>
      <PageHeader title={error ? texts.account : <span class="vh">{texts.account}</span>} crumbs={crumbs} />
      <PageBody>
        {access.isPending && <Skeleton shape="cards" />}
        {isGone(error) && (
          <EmptyState
            icon={AccountIcon}
            title={texts.gone}
            action={<ButtonLink href="/console/accounts">{texts.toAccounts}</ButtonLink>}
          >
            {texts.goneWhat}
          </EmptyState>
        )}
        {error && !isGone(error) && (
          <ErrorState
            title={texts.failedOne}
            requestId={error.requestId}
            onRetry={access.retry}
            retrying={access.isFetching}
          >
            {textsOf(recordTexts).failedWhat}
          </ErrorState>
        )}
      </PageBody>
    </>
  );
}

function OneAccount({ access, record }: { access: RecordAccess<Account>; record: Account }) {
  const texts = textsOf(accountTexts);
  const { id, name, externalId, contacts, traits } = record;
  const { isPending, answers } = useAnswers({ accountId: id });
  const path = `/v1/accounts/${id}`;
  const groupCall = `banso.push(['group', '${externalId ?? 'acme'}', {\n  seats: 260,\n}]);`;
  const unread = answers.find(({ band, readAt }) => band === 'detractor' && readAt === null);

  return (
    <>
      <PageHeader
        crumbs={[{ href: '/console/accounts', label: texts.title }]}
        title={
          <span class="row rec-name">
            <Avatar name={name} kind="company" />
            <span class="trunc">{name}</span>
          </span>
        }
      />
      <PageBody layout="report" class="rec">
        <div class="wide">
          <AccountFacts access={access} record={record} />
        </div>
        {unread && (
          <div class="wide">
            <Notice
              tone="warn"
              title={texts.unreadLow(
                unread.contact.erased ? erasedName() : (unread.contact.name ?? textsOf(recordTexts).somebody),
                unread.score ?? 0,
              )}
              action={
                <ButtonLink small href={`/console/feedback?answer=${unread.id}`}>
                  {texts.read}
                </ButtonLink>
              }
            >
              {texts.unreadLowWhat(formatNear(unread.answeredAt))}
            </Notice>
          </div>
        )}
        <div class="rec-col">
          <ProgressCards of={path} none={texts.noProgressWhat} />
          <TasksCard subject={{ kind: 'account', id }} of={{ accountId: id }} />
          <NotesCard kind="account" id={id} />
          <TimelineCard of={path} />
        </div>
        <div class="rec-col">
          <LoadedPart load={loadCases} props={{ of: { accountId: id } }} shape="text" />
          <RenewalsCard access={access} record={record} />
          <PeopleCard accountId={id} count={contacts} />
          <AnswersCard isPending={isPending} answers={answers} names />
          <Card title={texts.details}>
            <AccountDetails access={access} record={record} />
          </Card>
          <TraitsCard traits={traits} call={groupCall} />
        </div>
      </PageBody>
    </>
  );
}
