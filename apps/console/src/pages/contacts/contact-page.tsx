import { account } from '@banso/contract';
import {
  Avatar,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  PageBody,
  PageHeader,
  PersonIcon,
  Skeleton,
} from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { NotesCard } from '../notes/notes-card.tsx';
import { TasksCard } from '../tasks/tasks-card.tsx';
import { AnswersCard, useAnswers } from '../accounts/answers-card.tsx';
import { ProgressCards } from '../accounts/progress-cards.tsx';
import { recordTexts } from '../accounts/record-texts.ts';
import '../accounts/records.css';
import { TimelineCard } from '../accounts/timeline-card.tsx';
import { TraitsCard } from '../accounts/traits-card.tsx';
import { isGone, useRecord } from '../accounts/use-record.ts';
import type { RecordAccess } from '../accounts/use-record.ts';
import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import { contactName, IdentityStatus } from './contact-columns.tsx';
import type { Contact } from './contact-columns.tsx';
import { ContactDetails, ContactFacts } from './contact-facts.tsx';
import './contacts.css';
import { contactTexts } from './texts.ts';

const loadPrivacy = () => import('../privacy/privacy-card.tsx').then((part) => part.PrivacyCard);
const loadMessages = () => import('../messages/messages-card.tsx').then((part) => part.MessagesCard);
const loadCases = () => import('../cases/case-card.tsx').then((part) => part.CasesCard);
const loadWhy = () => import('../decisions/why-card.tsx').then((part) => part.WhyCard);

/** One person: who they are, how far they are, what they did and said. */
export function ContactPage({ id = '' }: { id?: string }) {
  const texts = textsOf(contactTexts);
  const access = useRecord('/v1/contacts', id, account.Contact);
  const { record, error } = access;

  if (record) return <OneContact key={id} access={access} record={record} />;
  return (
    <>
      <PageHeader
        title={error ? texts.person : <span class="vh">{texts.person}</span>}
        crumbs={[{ href: '/console/contacts', label: texts.title }]}
      />
      <PageBody>
        {access.isPending && <Skeleton shape="cards" />}
        {isGone(error) && (
          <EmptyState
            icon={PersonIcon}
            title={texts.gone}
            action={<ButtonLink href="/console/contacts">{texts.toPeople}</ButtonLink>}
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

function OneContact({ access, record }: { access: RecordAccess<Contact>; record: Contact }) {
  const texts = textsOf(contactTexts);
  const { id, externalId, traits, erasedAt } = record;
  const name = contactName(record);
  const path = `/v1/contacts/${id}`;
  const { isPending, answers } = useAnswers({ contactId: id });
  const identifyCall = `banso.push(['identify', '${externalId ?? 'user-42'}', {\n  role: 'admin',\n}]);`;
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/console/contacts', label: texts.title }]}
        title={
          <span class="row rec-name">
            <Avatar name={name} />
            <span class="trunc">{name}</span>
          </span>
        }
        status={<IdentityStatus contact={record} />}
      />
      <PageBody layout="report" class="rec">
        <div class="wide">
          <ContactFacts access={access} record={record} />
        </div>
        <div class="rec-col">
          <ProgressCards of={path} none={texts.noProgressWhat} />
          {erasedAt === null && <LoadedPart load={loadWhy} props={{ contactId: id, name }} shape="text" />}
          <TimelineCard of={path} />
        </div>
        <div class="rec-col">
          <LoadedPart load={loadCases} props={{ of: { contactId: id } }} shape="text" />
          {erasedAt === null && (
            <LoadedPart load={loadMessages} props={{ contactId: id, name }} shape="text" />
          )}
          {erasedAt === null && <TasksCard subject={{ kind: 'contact', id }} of={{ contactId: id }} />}
          <NotesCard kind="contact" id={id} />
          <AnswersCard isPending={isPending} answers={answers} names={false} />
          <Card title={texts.details}>
            <ContactDetails access={access} record={record} />
          </Card>
          {erasedAt === null && <TraitsCard traits={traits} call={identifyCall} />}
          <LoadedPart load={loadPrivacy} props={{ contactId: id, name, erasedAt }} shape="text" />
        </div>
      </PageBody>
    </>
  );
}
