import { account, common } from '@banso/contract';
import { FilterChip } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { contactTexts } from './texts.ts';

/** Chooses among the first accounts by name; the one of the address is always among them. */
export function AccountFilter(props: {
  accountId: string | undefined;
  onChange: (values: readonly string[]) => void;
}) {
  const { accountId, onChange } = props;
  const texts = textsOf(contactTexts);
  const accounts = useRead('/v1/accounts', common.page(account.Account), { limit: 200, sort: 'name' });
  const listed = accounts.data?.data.data ?? [];
  const isListed = listed.some(({ id }) => id === accountId);
  const chosen = useRead(`/v1/accounts/${accountId ?? ''}`, account.Account, undefined, {
    enabled: accountId !== undefined && accounts.isSuccess && !isListed,
  });
  const all = [...listed, ...(chosen.data ? [chosen.data.data] : [])];
  return (
    <FilterChip
      label={texts.account}
      anyLabel={texts.anyAccount}
      choices={all.map(({ id, name }) => ({ value: id, label: name }))}
      selected={accountId ? [accountId] : []}
      onChange={onChange}
    />
  );
}
