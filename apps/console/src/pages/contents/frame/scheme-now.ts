import { scheme } from '../../../data/session.ts';

/** Light or dark, as the person sees the console. */
export function schemeNow(): 'light' | 'dark' {
  const chosen = scheme.peek();
  if (chosen !== 'auto') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
