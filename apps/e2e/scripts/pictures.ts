// Pictures of the widget and of the console, for looking at and for the README:
//   node scripts/pictures.ts FOLDER [PART OF A NAME]
// Build first (npm run build). The demo behind them is started, seeded and ended by this command.
import { mkdir } from 'node:fs/promises';
import { launchOptions } from '@banso/testkit/browser';
import { chromium } from '@playwright/test';
import { enterDemo } from '../src/console/enter-demo.ts';
import { SHARED_CHECKLIST } from '../src/demo/cast.ts';
import { readDemo } from '../src/demo/facts.ts';
import type { DemoFacts } from '../src/demo/facts.ts';
import { managementApi } from '../src/demo/management-api.ts';
import type { Contact, Response } from '../src/demo/records.ts';
import { startServer } from '../src/installation/server.ts';
import type { Album } from './album.ts';
import { take } from './album.ts';
import { announcementPicture, COMING, WIDGET_LANGUAGES, widgetPictures } from './widget-pictures.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const CONSOLE_LANGUAGES = ['en', 'ja'] as const;

async function consolePictures(album: Album, demo: DemoFacts, language: string): Promise<void> {
  const context = await album.browser.newContext({ locale: 'en', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(demo.consoleUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (language === 'en') await take(album, page, `console-sign-in-${language}`, SIZES);
  await enterDemo(page, demo.consoleUrl);
  await page.evaluate((to) => localStorage.setItem('banso:language', to), language);
  for (const [name, path] of Object.entries(await consolePaths(demo))) {
    await page.emulateMedia({ colorScheme: 'light' }); // the editor's preview begins as the page does, and then stays
    await page.goto(new URL(`/console${path}`, demo.url).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await take(album, page, `console-${name}-${language}`, SIZES);
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
    review: `/checklists/${checklist}?review=1`,
    languages: `/checklists/${checklist}?tab=languages`,
    survey: `/surveys/${survey}`,
    announcements: '/announcements',
    messages: '/messages',
    workspace: '/settings/workspace',
    resource: `/resources/${resource}`,
    nps: '/reports/nps',
    listening: '/reports/listening',
    decisions: `/decisions?contact=${person?.id ?? ''}`,
    fatigue: '/settings/fatigue',
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
const browser = await chromium.launch(launchOptions());
const album: Album = { folder, browser, wanted: (name) => name.includes(part) };
const isWanted = (of: string) => of.startsWith(part.split('-')[0] ?? '');

/** A demo of its own: what people do for the pictures of one language is not seen in those of another. */
async function inDemo(use: (demo: DemoFacts) => Promise<void>): Promise<void> {
  const server = await startServer({});
  try {
    await use(await readDemo(server.dataDir));
  } finally {
    await server.stop();
  }
}

try {
  if (isWanted('widget'))
    for (const language of WIDGET_LANGUAGES) {
      for (const mode of COMING) await inDemo((demo) => announcementPicture(album, demo, language, mode));
      await inDemo((demo) => widgetPictures(album, demo, language));
    }
  if (isWanted('console'))
    await inDemo(async (demo) => {
      for (const language of CONSOLE_LANGUAGES) await consolePictures(album, demo, language);
    });
} finally {
  await browser.close();
}
