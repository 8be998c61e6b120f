import { describe, expect, test } from 'vitest';
import { amountText, readAmount } from './money-text.ts';

describe('readAmount', () => {
  test.each([
    { text: '14400000', currency: 'JPY', minor: 14_400_000, because: 'yen have no minor unit' },
    { text: '14,400,000', currency: 'JPY', minor: 14_400_000, because: 'grouping is not part of the number' },
    {
      text: '１４４０００００',
      currency: 'JPY',
      minor: 14_400_000,
      because: 'Japanese keyboards write full-width digits',
    },
    { text: '2280.5', currency: 'USD', minor: 228_050, because: 'one decimal is tens of cents' },
    { text: '2 280', currency: 'EUR', minor: 228_000, because: 'people group with spaces' },
    { text: '0', currency: 'USD', minor: 0, because: 'nothing is an amount' },
  ])('reads $text $currency: $because', ({ text, currency, minor }) => {
    expect(readAmount(text, currency)).toEqual({ amountMinor: minor, currency });
  });

  test.each([
    { text: 'lots', currency: 'USD' },
    { text: '-5', currency: 'USD' },
    { text: '1.005', currency: 'USD' },
    { text: '100.5', currency: 'JPY' },
    { text: '99999999999999', currency: 'USD' },
    { text: '', currency: 'USD' },
  ])('refuses $text $currency', ({ text, currency }) => expect(readAmount(text, currency)).toBeUndefined());
});

describe('amountText', () => {
  test.each([
    { amountMinor: 14_400_000, currency: 'JPY', text: '14400000' },
    { amountMinor: 228_050, currency: 'USD', text: '2280.50' },
    { amountMinor: 228_000, currency: 'USD', text: '2280' },
  ])('writes $text so that it is read back as it was', ({ amountMinor, currency, text }) => {
    expect(amountText({ amountMinor, currency })).toBe(text);
    expect(readAmount(text, currency)).toEqual({ amountMinor, currency });
  });
});
