import type { account } from '@banso/contract';
import { Avatar, Score, Status } from '@banso/ui';
import type { TableColumn } from '@banso/ui';
import type * as z from 'zod';
import { erasedName } from '../../texts/erased.ts';
import { formatLanguage, formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { contactTexts } from './texts.ts';

/** A person who uses the customer's product. */
export type Contact = z.infer<typeof account.Contact>;

/** What is called a person here; never empty. */
export function contactName({
  name,
  email,
  externalId,
  erasedAt,
}: Pick<Contact, 'name' | 'email' | 'externalId' | 'erasedAt'>): string {
  if (erasedAt !== null) return erasedName();
  return name ?? email ?? externalId ?? textsOf(contactTexts).somebody;
}

/** How sure it is who this is, with a shape and a word. */
export function IdentityStatus({
  contact: { verified, externalId, erasedAt },
}: {
  contact: Pick<Contact, 'verified' | 'externalId' | 'erasedAt'>;
}) {
  const texts = textsOf(contactTexts);
  if (erasedAt !== null) return <Status tone="none" label={texts.erased} muted />;
  if (verified) return <Status tone="good" label={texts.verified} />;
  return externalId === null ? (
    <Status tone="none" label={texts.anonymous} muted />
  ) : (
    <Status tone="warn" label={texts.unverified} />
  );
}

/** The columns of the list of people; the ids of sortable ones are the names that the API sorts by. */
export function contactColumns(): TableColumn<Contact>[] {
  const texts = textsOf(contactTexts);
  const none = <span class="muted">–</span>;
  return [
    {
      id: 'name',
      header: texts.person,
      rowHeader: true,
      sortable: true,
      phone: 'title',
      cell: (row) => {
        const name = contactName(row);
        return (
          <span class="row rec-name">
            <Avatar name={name} />
            <span class="grow">
              <a class="trunc rows-l" href={`/console/contacts/${row.id}`} tabIndex={-1}>
                {name}
              </a>
              {row.email && row.email !== name && <span class="muted xs reg trunc rows-l">{row.email}</span>}
            </span>
          </span>
        );
      },
    },
    {
      id: 'account',
      header: texts.account,
      phone: 'below',
      cell: (row) =>
        row.account ? (
          <a class="trunc rec-owner rows-l" href={`/console/accounts/${row.account.id}`} tabIndex={-1}>
            {row.account.name}
          </a>
        ) : (
          none
        ),
    },
    { id: 'identity', header: texts.identity, cell: (row) => <IdentityStatus contact={row} /> },
    {
      id: 'language',
      header: texts.language,
      wideOnly: true,
      cell: (row) => (row.locale ? formatLanguage(row.locale) : none),
    },
    {
      id: 'score',
      header: texts.score,
      align: 'end',
      phone: 'end',
      cell: (row) =>
        row.lastScore === null ? (
          <span class="muted" aria-label={texts.noScore}>
            –
          </span>
        ) : (
          <Score value={row.lastScore} label={texts.scored(row.lastScore)} />
        ),
    },
    {
      id: 'lastSeenAt',
      header: texts.lastSeen,
      align: 'end',
      sortable: true,
      firstSort: 'descending',
      phone: 'below-end',
      cell: (row) =>
        row.lastSeenAt ? (
          <time class="nowrap muted" dateTime={row.lastSeenAt}>
            {formatNear(row.lastSeenAt)}
          </time>
        ) : (
          <span class="muted">{texts.never}</span>
        ),
    },
  ];
}
