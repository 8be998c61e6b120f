// Pictures of the widget and of the console, for looking at and for the README:
//   node scripts/pictures.ts FOLDER [PART OF A NAME]
// Build first (npm run build). The demo behind them is started, seeded and ended by this command.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchOptions } from '@banso/testkit/browser';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { enterDemo } from '../src/console/enter-demo.ts';
import { SHARED_CHECKLIST } from '../src/demo/cast.ts';
import { readDemo } from '../src/demo/facts.ts';
import type { DemoFacts } from '../src/demo/facts.ts';
import { managementApi } from '../src/demo/management-api.ts';
import type { Contact, Response } from '../src/demo/records.ts';
import { widgetOn } from '../src/host/widget.ts';
import { startServer } from '../src/installation/server.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'ja'] as const;
/** What the README shows, and under which name.. */
const IN_README: Readonly<Record<string, string>> = {
  'widget-checklist-en-light-1440': 'widget',
  'console-feedback-en-light-1440': 'console',
};
const README_WIDTH = 960;

type Language = (typeof LANGUAGES)[number];

/** Where pictures go, and which are wanted. */
interface Album {
  folder: string;
  browser: Browser;
  wanted(name: string): boolean;
}

/** Takes a state of a page in every size, in light and in dark. */
async function take(
  album: Album,
  page: Page,
  name: string,
  darken?: (dark: boolean) => Promise<void>,
): Promise<void> {
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const scheme of SCHEMES) {
      const full = `${name}-${scheme}-${width}`;
      if (!album.wanted(full)) continue;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await darken?.(scheme === 'dark');
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const picture = await page.screenshot({ path: join(album.folder, `${full}.png`) });
      process.stdout.write(`${full}\n`);
      const readme = IN_README[full];
      if (readme) await reduce(album, picture, { width, height }, readme);
    }
  }
}

/** Draws a picture smaller, in the browser that took it. */
async function reduce(
  { browser, folder }: Album,
  picture: Buffer,
  of: { width: number; height: number },
  name: string,
): Promise<void> {
  const height = Math.round((of.height * README_WIDTH) / of.width);
  const page = await browser.newPage({ viewport: { width: README_WIDTH, height } });
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(
    `<img alt="" src="${source}" width="${README_WIDTH}" style="position:fixed;inset:0">`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

async function widgetPictures(album: Album, { playgroundUrl }: DemoFacts, language: Language): Promise<void> {
  const page = await album.browser.newPage({ locale: language });
  const { launcher, survey, panel } = widgetOn(page);
  const darken = (dark: boolean) =>
    page.evaluate(
      (scheme) => void (document.documentElement.dataset['scheme'] = scheme),
      dark ? 'dark' : 'light',
    );
  const picture = (name: string) => take(album, page, `widget-${name}-${language}`, darken);

  await page.goto(`${playgroundUrl}?user=${language}`);
  await page.locator('main li a').nth(1).click();
  await survey.waitFor();
  await picture('survey');
  await survey.getByRole('radio', { name: '9', exact: true }).click();
  await survey.getByRole('textbox').waitFor();
  await picture('follow-up');
  await survey.getByRole('button').first().click();
  await launcher.waitFor();
  await picture('launcher');
  await launcher.click();
  await panel.getByRole('button').nth(1).waitFor();
  await picture('home');
  const places = panel.getByRole('navigation').getByRole('button');
  await places.nth(1).click();
  await panel.locator('[data-content]').first().getByRole('button').first().click();
  await panel.getByRole('listitem').first().waitFor();
  await picture('checklist');
  await panel.getByRole('button').first().click();
  await places.nth(2).click();
  await panel.getByRole('searchbox').waitFor();
  await picture('guides');
  await panel.locator('banso-resources').getByRole('button').nth(1).click();
  await panel.getByRole('article').waitFor();
  await picture('guide');
  await page.close();
}

async function consolePictures(album: Album, demo: DemoFacts, language: Language): Promise<void> {
  const context = await album.browser.newContext({ locale: 'en', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(demo.consoleUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (language === 'en') await take(album, page, `console-sign-in-${language}`);
  await enterDemo(page, demo.consoleUrl);
  await page.evaluate((to) => localStorage.setItem('banso:language', to), language);
  for (const [name, path] of Object.entries(await consolePaths(demo))) {
    await page.emulateMedia({ colorScheme: 'light' }); // the editor's preview begins as the page does, and then stays
    await page.goto(new URL(`/console${path}`, demo.url).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await take(album, page, `console-${name}-${language}`);
  }
  await context.close();
}

async function consolePaths(demo: DemoFacts): Promise<Record<string, string>> {
  interface Content {
    id: string;
    slug: string;
    version: number | null;
  }
  const api = managementApi(demo);
  const idIn = async (noun: string, is: (one: Content) => boolean) =>
    (await api.list<Content>(`/v1/${noun}`)).find(is)?.id ?? '';
  const [checklist, survey, resource, answers, people] = await Promise.all([
    idIn('checklists', ({ slug }) => slug === SHARED_CHECKLIST),
    idIn('surveys', ({ version }) => version !== null),
    idIn('resources', ({ version }) => version !== null),
    api.get<{ data: Response[] }>('/v1/responses', { limit: 1, hasComment: 'true' }),
    api.get<{ data: Contact[] }>('/v1/contacts', { limit: 1, search: 'Dana Whitfield' }),
  ]);
  const [person] = people.data;
  return {
    'my-day': '',
    feedback: `/feedback?answer=${answers.data[0]?.id ?? ''}`,
    accounts: '/accounts',
    account: `/accounts/${person?.account?.id ?? ''}`,
    contacts: '/contacts',
    contact: `/contacts/${person?.id ?? ''}`,
    checklists: '/checklists',
    checklist: `/checklists/${checklist}?step=agree-where`,
    audience: `/checklists/${checklist}?tab=audience`,
    results: `/checklists/${checklist}?tab=results`,
    survey: `/surveys/${survey}`,
    resource: `/resources/${resource}`,
    nps: '/reports/nps',
    install: '/settings/install',
    identity: '/settings/identity',
    members: '/settings/members',
  };
}

const [folder, part = ''] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Say where to: node scripts/pictures.ts FOLDER [PART OF A NAME]\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const server = await startServer({});
const browser = await chromium.launch(launchOptions());
try {
  const demo = await readDemo(server.dataDir);
  const album: Album = { folder, browser, wanted: (name) => name.includes(part) };
  for (const language of LANGUAGES) {
    if ('widget'.startsWith(part.split('-')[0] ?? '')) await widgetPictures(album, demo, language);
    if ('console'.startsWith(part.split('-')[0] ?? '')) await consolePictures(album, demo, language);
  }
} finally {
  await browser.close();
  await server.stop();
}
