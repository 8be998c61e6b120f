import { defineConfig } from '@playwright/test';
import { launchOptions } from '@banso/testkit/browser';
import { DATABASES } from './src/installation/databases.ts';
import type { Options } from './src/test.ts';

/**
 * What is about pages and browsers, whatever database answers. What the service does behind them is tested over HTTP on both databases;
 * the stories of what is written at one end and read at the other are told on both.
 */
const BROWSER_ONLY = [
  'accessibility',
  'alerts',
  'announcement',
  'appearance',
  'colleagues',
  'copy',
  'examples',
  'experiment',
  'fatigue',
  'history',
  'host-page',
  'invitation',
  'link-surveys',
  'links',
  'outlook',
  'packages',
  'page-preview',
  'playground',
  'preferences',
  'renewals',
  'segments',
  'survey',
  'tags',
  'themes',
  'translation',
  'translations',
  'variants',
  'watch',
  'why',
  'withheld',
].map((story) => `**/${story}.spec.ts`);

/** What says within which time something happens runs when nothing else does. */
const ALONE = ['**/answer.spec.ts'];

/** Every story runs on both databases, on what is built, against servers that are started for this run only. */
export default defineConfig<Options>({
  testDir: 'src',
  globalSetup: './src/installation/start-all.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: launchOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: [
    ...DATABASES.map((database) => ({
      name: database,
      use: { database },
      testIgnore: database === 'sqlite' ? ALONE : [...ALONE, ...BROWSER_ONLY],
    })),
    ...DATABASES.map((database, index) => ({
      name: `${database}, alone`,
      use: { database },
      testMatch: ALONE,
      dependencies: index === 0 ? [...DATABASES] : [`${DATABASES[index - 1]}, alone`],
    })),
  ],
});
