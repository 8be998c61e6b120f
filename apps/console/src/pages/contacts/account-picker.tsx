import { account, common } from '@banso/contract';
import { Button, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { contactTexts } from './texts.ts';

/** An account that was chosen, or none. */
export type AccountRef = { id: string; name: string } | null;

/** Finds an account by its name; the matches stand below and are chosen with one press. */
export function AccountPicker({
  value,
  onValue,
}: {
  value: AccountRef;
  onValue: (value: AccountRef) => void;
}) {
  const texts = textsOf(contactTexts);
  const [search, setSearch] = useState('');
  const found = useRead('/v1/accounts', common.page(account.Account), {
    search: search.trim(),
    limit: 6,
    sort: 'name',
  });
  const matches: AccountRef[] = found.data?.data.data.map(({ id, name }) => ({ id, name })) ?? [];
  const choices = [
    ...(value && !matches.some((match) => match?.id === value.id) ? [value] : []),
    ...matches,
    null,
  ];
  return (
    <div class="stack">
      <Input
        type="search"
        value={search}
        onValue={setSearch}
        placeholder={texts.findAccount}
        aria-label={texts.findAccount}
        onKeyDown={(event) => {
          // Enter in a search looks, it does not save the form around it
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div class="picker" role="radiogroup" aria-label={texts.account}>
        {choices.map((choice) => (
          <Button
            key={choice?.id ?? 'none'}
            small
            variant="ghost"
            role="radio"
            class={choice?.id === value?.id ? 'picked' : undefined}
            aria-checked={choice?.id === value?.id}
            onClick={() => onValue(choice)}
          >
            <span class="trunc">{choice?.name ?? texts.noAccount}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}
