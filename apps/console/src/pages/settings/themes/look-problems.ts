import { widgetApi } from '@banso/contract';
import { themeProblems } from '@banso/domain/theme';
import type { Theme } from '@banso/domain/theme';
import { textsOf } from '../../../texts/use-texts.ts';
import { themeTexts } from './texts.ts';

/** True when the look can be saved. */
export const isLookFine = (look: Theme): boolean => widgetApi.Theme.safeParse(look).success;

/** What is wrong with each part of a look, in words. */
export function lookProblems(theme: Theme): Partial<Record<keyof Theme, string>> {
  const texts = textsOf(themeTexts);
  const { error } = widgetApi.Theme.safeParse(theme);
  const unfit = (error?.issues ?? []).map(({ path }) => {
    const name = path[0] as keyof Theme;
    return [name, texts.wrong[name as keyof typeof texts.wrong] ?? texts.wrong.colour];
  });
  const unreadable = themeProblems(theme).map(({ path, code }) => [path, texts.unreadable[code]]);
  return Object.fromEntries([...unfit, ...unreadable]) as Partial<Record<keyof Theme, string>>;
}
