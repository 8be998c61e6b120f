// Writes the pictures of docs/theming.md, each with the code that stands beside it there:
//   node scripts/looks.ts [PART OF A NAME]
// Build first (npm run build). The demo behind them is started, seeded and ended by this command.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '@banso/testkit/browser';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { enterDemo } from '../src/console/enter-demo.ts';
import { PLAYGROUND_CUSTOMERS } from '../src/demo/cast.ts';
import { readDemo } from '../src/demo/facts.ts';
import type { DemoFacts } from '../src/demo/facts.ts';
import { identityToken } from '../src/demo/identity-token.ts';
import { managementApi } from '../src/demo/management-api.ts';
import { startServer } from '../src/installation/server.ts';
import { drawn } from './album.ts';
import { speakArabic } from './arabic.ts';

const DOCS = new URL('../../../docs/', import.meta.url);
const SIZE = { width: 820, height: 690 };

/** What the page of docs says about one look. */
interface Look {
  /** Path of its picture, below docs. */
  picture: string;
  name: string;
  css: string;
  /** Of the root element. */
  root: string;
  /** Of the workspace. */
  theme: object;
}

/** The looks of a page in Markdown: under each heading of the third level its code and its picture. */
function looksIn(markdown: string): Look[] {
  return markdown
    .split('\n### ')
    .slice(1)
    .map((section) => {
      const code = (language: string) =>
        new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(section)?.[1];
      const [, picture = '', name = ''] = /\]\((pictures\/looks\/([\w-]+)\.png)\)/.exec(section) ?? [];
      const root = /<html (.*?)>/.exec(code('html') ?? '')?.[1] ?? 'lang="en"';
      return {
        picture,
        name,
        root,
        css: code('css') ?? '',
        theme: JSON.parse(code('json') ?? '{}') as object,
      };
    });
}

/** A page with a checklist and a survey in it, and the button in its corner. */
function pageOf({ css, root, theme }: Look, { publishableKey }: DemoFacts, identity: string): string {
  const inside = [
    '<banso-checklist content="getting-started"></banso-checklist>',
    '<banso-survey content="search-csat"></banso-survey>',
  ];
  const locale = /lang="(\w+)"/.exec(root)?.[1];
  return `<!doctype html><html ${root}><meta charset="utf-8"><title>A product</title><link rel="icon" href="data:,">
    <style>
      body { margin: 0; font-family: 'Noto Sans CJK JP', sans-serif; background: light-dark(#f1f1f3, #0b0c0f) }
      main { display: grid; grid-template-columns: 1fr 1fr; align-items: start; gap: 24px; padding: 24px }
    </style>
    <style>${css}</style>
    <script>window.banso = [['identify', ${identity}]]</script>
    <script async src="/w/banso.js" data-key="${publishableKey}" data-locale="${locale}"></script>
    <main>${'side' in theme ? inside.toReversed().join('') : inside.join('')}</main>`;
}

/** Sets the workspace's look, as a member in the console does. */
async function dress(console: Page, { workspaceId }: DemoFacts, theme: object): Promise<void> {
  const status = await console.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json', 'if-match': '*' };
      return (await fetch(path, { method: 'PATCH', headers, body })).status;
    },
    [`/v1/workspaces/${workspaceId}`, JSON.stringify({ theme })] as const,
  );
  if (status !== 200) throw new Error(`The workspace does not take the look: ${status}`);
}

async function takeLook(browser: Browser, demo: DemoFacts, look: Look): Promise<void> {
  const { userId, name } = PLAYGROUND_CUSTOMERS.en;
  const context = await browser.newContext({
    viewport: SIZE,
    reducedMotion: 'reduce',
    forcedColors: look.name === 'forced-colours' ? 'active' : 'none',
  });
  const page = await context.newPage();
  const identity = JSON.stringify([userId, { name }, { token: identityToken(demo, userId) }]).slice(1, -1);
  await page.route('**/look', (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(look, demo, identity) }),
  );
  await page.goto(`${demo.url}/look`);
  const survey = page.locator('banso-survey:not([floating])');
  await page.locator('banso-checklist').getByRole('listitem').first().waitFor();
  await page.locator('banso-launcher').getByRole('button').waitFor();
  await survey.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  const onwards = look.root.includes('rtl') ? 'ArrowLeft' : 'ArrowRight';
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press(onwards);
  await survey.locator('.btn').waitFor();
  await drawn(page);
  await page.screenshot({ path: fileURLToPath(new URL(look.picture, DOCS)) });
  process.stdout.write(`${look.name}\n`);
  await context.close();
}

const [part = ''] = process.argv.slice(2);
const looks = looksIn(await readFile(new URL('theming.md', DOCS), 'utf8'));
await mkdir(new URL('pictures/looks/', DOCS), { recursive: true });
const server = await startServer({});
const browser = await chromium.launch(launchOptions());
try {
  const demo = await readDemo(server.dataDir);
  await speakArabic(managementApi(demo));
  const console = await browser.newPage();
  await enterDemo(console, demo.consoleUrl);
  for (const look of looks.filter(({ name }) => name.includes(part))) {
    await dress(console, demo, look.theme);
    await takeLook(browser, demo, look);
  }
} finally {
  await browser.close();
  await server.stop();
}
