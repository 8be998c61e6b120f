import { account } from '@banso/contract';
import {
  AddIcon,
  Button,
  ButtonLink,
  CodeBlock,
  EmptyState,
  FilterBar,
  FilterChip,
  PageHeader,
} from '@banso/ui';
import { usePages } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import '../accounts/records.css';
import { RecordTable } from '../accounts/record-table.tsx';
import { SearchBox } from '../accounts/search-box.tsx';
import { AccountFilter } from './account-filter.tsx';
import { contactColumns, contactName } from './contact-columns.tsx';
import './contacts.css';
import { NewContactDialog } from './new-contact-dialog.tsx';
import { contactTexts } from './texts.ts';

const SORTS = ['name', '-name', 'lastSeenAt', '-lastSeenAt'];
const IDENTITIES = ['verified', 'unverified', 'anonymous'] as const;
const IDENTIFY_CALL = `banso.push(['identify', 'user-42', {\n  name: 'Mika',\n  email: 'mika@example.com',\n}, { token }]);`;

/** Everybody who was seen in the customer's product. Search, filters, sort and the row one is at live in the address. */
export function ContactsPage() {
  const texts = textsOf(contactTexts);
  const [query, change] = useUrlState();
  const { search, accountId } = query;
  const identity = IDENTITIES.find((one) => one === query['identity']);
  const sort = SORTS.find((one) => one === query['sort']) ?? '-lastSeenAt';
  const list = usePages('/v1/contacts', account.Contact, { search, accountId, identity, sort, limit: 100 });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const choose = (name: string) => (values: readonly string[]) =>
    change({ [name]: values[0], at: undefined });
  const create = may('write') && (
    <Button small variant="primary" icon={AddIcon} onClick={() => change({ new: '1' })}>
      {texts.create}
    </Button>
  );

  return (
    <>
      <PageHeader title={texts.title} actions={create || undefined} />
      <FilterBar label={texts.filters} end={list.isSuccess ? texts.shown(rows.length) : undefined}>
        <SearchBox
          label={texts.search}
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined, at: undefined })}
        />
        <AccountFilter accountId={accountId} onChange={choose('accountId')} />
        <FilterChip
          label={texts.identity}
          anyLabel={texts.anyIdentity}
          choices={IDENTITIES.map((value) => ({ value, label: texts[value] }))}
          selected={identity ? [identity] : []}
          onChange={choose('identity')}
        />
      </FilterBar>
      <RecordTable
        words={{ ...texts, caption: texts.title }}
        list={list}
        rows={rows}
        columns={contactColumns()}
        nameOf={contactName}
        hrefOf={(row) => `/console/contacts/${row.id}`}
        sort={sort}
        filtered={[search, accountId, identity].some((value) => value !== undefined)}
        clear={
          <Button onClick={() => change({ search: undefined, accountId: undefined, identity: undefined })}>
            {texts.showAll}
          </Button>
        }
        first={
          <EmptyState
            title={texts.first}
            action={
              <ButtonLink variant="primary" href="/console/settings/install">
                {texts.toInstall}
              </ButtonLink>
            }
            secondary={
              may('write') && (
                <Button variant="ghost" onClick={() => change({ new: '1' })}>
                  {texts.create}
                </Button>
              )
            }
            footnote={may('write') ? texts.firstNote : undefined}
            exampleCaption={texts.firstExample}
            example={
              <CodeBlock label={texts.firstExample} caption="app.js" code={IDENTIFY_CALL} language="js" />
            }
          >
            {texts.firstWhat}
          </EmptyState>
        }
      />
      {query['new'] === '1' && may('write') && (
        <NewContactDialog onClose={() => change({ new: undefined })} />
      )}
    </>
  );
}
