import type { LauncherMessages } from '../en/launcher.ts';

/** What the launcher says, in Japanese. */
export const jaLauncher = {
  lang: 'ja',
  help: 'ヘルプとガイド',
  stepsDone: { other: '{n}つのうち{done}つ完了' },
  allDone: 'すべて完了',
  stepsLeft: { other: '残り{n}つ' },
  fresh: { other: '新着{n}件' },
} satisfies LauncherMessages;
