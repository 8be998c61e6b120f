import type { common } from '@banso/contract';

/** Decimal places of a currency: 0 for JPY, 2 for EUR. */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount as one types it, without grouping: "14400000", "2280.50". */
export function amountText({ amountMinor, currency }: common.Money): string {
  const decimals = decimalsOf(currency);
  return decimals === 0 || amountMinor % 10 ** decimals === 0
    ? `${amountMinor / 10 ** decimals}`
    : (amountMinor / 10 ** decimals).toFixed(decimals);
}

/**
 * Reads an amount in whole units of a currency; grouping, spaces and full-width digits are understood.
 * @returns undefined when it is no amount, or has more decimals than the currency.
 */
export function readAmount(text: string, currency: string): common.Money | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,_']/g, '');
  const decimals = decimalsOf(currency);
  if (!/^\d{1,13}(\.\d+)?$/.test(plain)) return undefined;
  const [whole = '', part = ''] = plain.split('.');
  if (part.length > decimals) return undefined;
  const amountMinor = Number(whole + part.padEnd(decimals, '0'));
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : undefined;
}

/** Currencies that come first in a list, whatever the rest. */
const COMMON = ['JPY', 'KRW', 'USD', 'EUR', 'GBP'];

/** Every currency that this browser knows, the usual ones first, with their names in the reader's language. */
export function currencies(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return [...COMMON, ...rest].map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
}

/** The currency to begin with, by the language of the reader. */
export function usualCurrency(language: string): string {
  return { ja: 'JPY', ko: 'KRW' }[language] ?? 'USD';
}
