import type { common } from '@banso/contract';
import { Input, Select } from '@banso/ui';
import { language } from '../../data/session.ts';
import { amountText, currencies, readAmount, usualCurrency } from './money-text.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { accountTexts } from './texts.ts';

/** An amount while it is typed. */
export interface MoneyDraft {
  text: string;
  currency: string;
}

/** The draft to begin with. */
export function moneyDraft(money: common.Money | null): MoneyDraft {
  return money
    ? { text: amountText(money), currency: money.currency }
    : { text: '', currency: usualCurrency(language.peek()) };
}

/** What the draft says: null for nothing, undefined when it is no amount. */
export function moneyOf({ text, currency }: MoneyDraft): common.Money | null | undefined {
  return text.trim() === '' ? null : readAmount(text, currency);
}

/** Amount and currency side by side. */
export function MoneyFields({ draft, onDraft }: { draft: MoneyDraft; onDraft: (draft: MoneyDraft) => void }) {
  const texts = textsOf(accountTexts);
  return (
    <span class="money">
      <Input
        inputMode="decimal"
        value={draft.text}
        onValue={(text) => onDraft({ ...draft, text })}
        aria-label={texts.amount}
      />
      <Select
        id={undefined}
        aria-label={texts.currency}
        options={currencies(language.value)}
        value={draft.currency}
        onValue={(currency) => onDraft({ ...draft, currency })}
      />
    </span>
  );
}
