import { account, common } from '@banso/contract';
import { Button, FilterPopover, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { contactName } from './contact-columns.tsx';

/** Props of {@link PersonFilter}. */
export interface PersonFilterProps {
  contactId: string | undefined;
  onChange: (id: string | undefined) => void;
  label: string;
  /** What is said where nobody is chosen. */
  anyone: string;
  /** What can be typed to find somebody. */
  find: string;
}

/** Finds one person by name, e-mail or user id. */
export function PersonFilter({ contactId, onChange, label, ...words }: PersonFilterProps) {
  const chosen = useRead(`/v1/contacts/${contactId ?? ''}`, account.Contact, undefined, {
    enabled: contactId !== undefined,
  });
  const value = contactId === undefined ? words.anyone : chosen.data ? contactName(chosen.data.data) : '…';
  return (
    <FilterPopover label={label} value={value}>
      {(close) => (
        <People
          {...words}
          onChoose={(id) => {
            onChange(id);
            close();
          }}
        />
      )}
    </FilterPopover>
  );
}

function People({
  anyone,
  find,
  onChoose,
}: Pick<PersonFilterProps, 'anyone' | 'find'> & { onChoose: (id: string | undefined) => void }) {
  const [search, setSearch] = useState('');
  const found = useRead('/v1/contacts', common.page(account.Contact), { search: search.trim(), limit: 6 });
  return (
    <div class="menu-f">
      <Input type="search" value={search} onValue={setSearch} placeholder={find} aria-label={find} />
      {(found.data?.data.data ?? []).map((one) => (
        <Button key={one.id} small variant="ghost" onClick={() => onChoose(one.id)}>
          <span class="trunc">{contactName(one)}</span>
        </Button>
      ))}
      <Button small variant="ghost" onClick={() => onChoose(undefined)}>
        {anyone}
      </Button>
    </div>
  );
}
