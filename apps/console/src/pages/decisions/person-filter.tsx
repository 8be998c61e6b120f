import { account, common } from '@banso/contract';
import { Button, FilterPopover, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { contactName } from '../contacts/contact-columns.tsx';
import { decisionTexts } from './texts.ts';

/** Finds one person by name, e-mail or user id. */
export function PersonFilter(props: {
  contactId: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { contactId, onChange } = props;
  const texts = textsOf(decisionTexts);
  const chosen = useRead(`/v1/contacts/${contactId ?? ''}`, account.Contact, undefined, {
    enabled: contactId !== undefined,
  });
  const value = contactId === undefined ? texts.anyPerson : chosen.data ? contactName(chosen.data.data) : '…';
  return (
    <FilterPopover label={texts.person} value={value}>
      {(close) => (
        <People
          onChoose={(id) => {
            onChange(id);
            close();
          }}
        />
      )}
    </FilterPopover>
  );
}

function People({ onChoose }: { onChoose: (id: string | undefined) => void }) {
  const texts = textsOf(decisionTexts);
  const [search, setSearch] = useState('');
  const found = useRead('/v1/contacts', common.page(account.Contact), { search: search.trim(), limit: 6 });
  return (
    <div class="why-people">
      <Input
        type="search"
        value={search}
        onValue={setSearch}
        placeholder={texts.findPerson}
        aria-label={texts.findPerson}
      />
      {(found.data?.data.data ?? []).map((one) => (
        <Button key={one.id} small variant="ghost" onClick={() => onChoose(one.id)}>
          <span class="trunc">{contactName(one)}</span>
        </Button>
      ))}
      <Button small variant="ghost" onClick={() => onChoose(undefined)}>
        {texts.anyPerson}
      </Button>
    </div>
  );
}
