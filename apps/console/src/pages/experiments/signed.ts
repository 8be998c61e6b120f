import { language } from '../../data/session.ts';

/** With a sign, and one decimal. */
export const signed = (points: number): string =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    .format(points)
    .replace('-', '−');
