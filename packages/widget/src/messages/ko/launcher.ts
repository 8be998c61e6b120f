import type { LauncherMessages } from '../en/launcher.ts';

/** What the launcher says, in Korean. */
export const koLauncher = {
  lang: 'ko',
  help: '도움말과 가이드',
  stepsDone: { other: '{n}단계 중 {done}단계 완료' },
  allDone: '모든 단계 완료',
  stepsLeft: { other: '{n}단계 남음' },
  fresh: { other: '새 소식 {n}개' },
} satisfies LauncherMessages;
