import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchOptions } from '@banso/testkit/browser';
import { chromium } from 'playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { built } from './built.ts';
import { KEY, startService } from './service.ts';
import type { Service } from './service.ts';

/** What a host page is made of; everything has a default. */
export interface HostPage {
  /** Attributes of our script element. */
  attributes?: string;
  /** Script before ours, as in the snippet. */
  before?: string;
  /** Markup of the page. */
  body?: string;
  /** Markup of its head, before any script. */
  head?: string;
  /** Attributes of the root element. */
  root?: string;
  /** Markup instead of our script element. */
  script?: string;
  headers?: Record<string, string>;
}

/** A browser, a service, and a server of host pages on another origin, which also serves `/npm.js` as a bundle of its own. */
export interface Stage {
  service: Service;
  browser: Browser;
  /** Serves a page under a new address and opens it in a new tab. */
  open(page?: HostPage, context?: BrowserContext, search?: string): Promise<Tab>;
  /** Serves a page and returns its address. */
  serve(page?: HostPage): string;
  stop(): Promise<void>;
}

/** A tab with what went wrong in it. */
export interface Tab {
  page: Page;
  /** Uncaught errors, unhandled rejections and lines on the error channel. */
  errors: string[];
  /** Lines on the debug channel. */
  debug: string[];
}

const STUB = 'window.banso = window.banso || [];';

/** @param args - How the browser is started; `keepPages` lets it keep pages for going back to. */
export async function stage({ keepPages = false } = {}): Promise<Stage> {
  const service = await startService();
  const pages = new Map<string, HostPage>();
  const files = await built();
  const server = createServer((request, response) => {
    if (request.url === '/npm.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(files.get('npm.js'));
      return;
    }
    const page = pages.get((request.url ?? '').split(/[?#]/)[0]?.split('/')[1] ?? '');
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html', ...page?.headers });
    response.end(page && html(page));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    ...launchOptions({ whole: keepPages }),
    ...(keepPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });

  function html({
    attributes = '',
    before = '',
    body = '',
    head = '',
    root = 'lang="en"',
    script,
    headers = {},
  }: HostPage): string {
    const nonce = /'nonce-(\w+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    const n = nonce ? ` nonce="${nonce}"` : '';
    const tag =
      script ?? `<script async src="${service.url}/w/banso.js" data-key="${KEY}" ${attributes}${n}></script>`;
    return `<!doctype html><html ${root}><title>Host</title>${head}<script${n}>${STUB}${before}</script>${tag}<body>${body}</body></html>`;
  }

  function serve(page: HostPage = {}): string {
    const name = `page-${pages.size}`;
    pages.set(name, page);
    return `${origin}/${name}`;
  }

  return {
    service,
    browser,
    serve,
    async open(page, context, search = '') {
      const tab = await listen(await (context ?? browser).newPage());
      await tab.page.goto(`${serve(page)}${search}`);
      return tab;
    },
    async stop() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await service.stop();
    },
  };
}

/** Notes what goes wrong in a page. */
export async function listen(page: Page): Promise<Tab> {
  const tab: Tab = { page, errors: [], debug: [] };
  page.on('pageerror', (error) => tab.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'debug') tab.debug.push(message.text());
    // The browser itself notes requests that fail; that is not ours to prevent.
    else if (message.type() === 'error' && !/Failed to load resource|blocked by CORS/.test(message.text()))
      tab.errors.push(message.text());
  });
  await page.addInitScript(() => {
    // oxlint-disable-next-line no-console -- how a page tells the test
    addEventListener('unhandledrejection', (event) => console.error('unhandled', String(event.reason)));
  });
  return tab;
}

/** Waits until something holds, looking again and again. */
export async function until(holds: () => unknown, what: string, withinMs = 8_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
