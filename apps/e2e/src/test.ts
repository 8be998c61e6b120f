import { expect, test as base } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { enterDemo } from './console/enter-demo.ts';
import type { Part, Person } from './demo/cast.ts';
import { takePerson } from './demo/cast.ts';
import { readDemo } from './demo/facts.ts';
import type { DemoFacts } from './demo/facts.ts';
import { identityToken } from './demo/identity-token.ts';
import { managementApi } from './demo/management-api.ts';
import type { ManagementApi } from './demo/management-api.ts';
import type { HostPage, Snippet } from './host/host-html.ts';
import { startHostSite } from './host/host-site.ts';
import type { HostSite } from './host/host-site.ts';
import type { DatabaseKind } from './installation/databases.ts';
import type { Mail } from './installation/mailbox.ts';
import { mailsTo } from './installation/mailbox.ts';
import { installationOf } from './installation/installations.ts';
import type { Installation } from './installation/installations.ts';
import { createWatch } from './watch/watch.ts';
import type { Watch } from './watch/watch.ts';

/** What a project sets. */
export interface Options {
  database: DatabaseKind;
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a worker keeps for all of its tests. */
interface PerWorker {
  installation: Installation;
  demo: DemoFacts;
  api: ManagementApi;
  site: HostSite;
  /** Cookies of the demo's owner, signed in by the button. */
  ownerState: StorageState;
}

/** A page of a customer's product with the widget for somebody of the demo. */
export interface HostFor extends Omit<HostPage, 'snippet'> {
  /** Language of the person. Default: English. */
  locale?: string;
  /** Changes the snippet before it is served. */
  snippet?: Partial<Snippet>;
}

/** What each test gets for itself. */
interface PerTest {
  watch: Watch;
  /** Somebody whom no other test has. */
  person: (part: Part) => Promise<Person>;
  /** Serves a host page for a person and answers its address. */
  hostFor: (userId: string, page?: HostFor) => string;
  /** Waits for a mail to somebody. */
  mailTo: (email: string, subject: RegExp) => Promise<Mail>;
  /** A page in another browser: nothing is shared with the first one. */
  device: (options?: BrowserContextOptions) => Promise<Page>;
  /** A page of the console in another browser, signed in as the demo's owner, at a path below `/console`. */
  staff: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Playwright's `test`, with a real service behind it and a watch over everything that goes wrong in a browser. */
export const test = base.extend<PerTest, PerWorker & Options>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  installation: [({ database }, use) => use(installationOf(database)), { scope: 'worker' }],
  demo: [async ({ installation }, use) => use(await readDemo(installation.demoDir)), { scope: 'worker' }],
  api: [({ demo }, use) => use(managementApi(demo)), { scope: 'worker' }],
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names
    async ({}, use) => {
      const site = await startHostSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  ownerState: [
    async ({ browser, demo }, use) => {
      const page = await browser.newPage();
      await enterDemo(page, demo.consoleUrl);
      const state = await page.context().storageState();
      await page.close();
      await use(state);
    },
    { scope: 'worker' },
  ],

  watch: [
    async ({ demo, installation, site }, use) => {
      const watch = createWatch(demo.url, installation.emptyUrl, site.origin);
      await use(watch);
      expect(watch.strangers, 'requests to other hosts').toEqual([]);
      expect(watch.errors, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    await watch.over(context);
    await use(context);
  },
  person: ({ installation }, use) => use((part) => takePerson(installation.demoDir, part)),
  hostFor: ({ demo, site }, use) =>
    use((userId, { locale = 'en', snippet, ...page } = {}) => {
      const identify = ['identify', userId, { locale }, { token: identityToken(demo, userId) }];
      const { url, publishableKey: key } = demo;
      return site.serve({ ...page, snippet: { url, key, commands: [identify], ...snippet } });
    }),
  mailTo: ({ installation: { mailDir } }, use) =>
    use(async (email, subject) => {
      const find = () => mailsTo(mailDir, email).find((mail) => subject.test(mail.subject));
      await expect.poll(find, { timeout: 20_000, message: `a mail to ${email}` }).toBeDefined();
      const mail = find();
      if (!mail) throw new Error(`The mail to ${email} is gone`);
      return mail;
    }),
  device: async ({ browser, watch, contextOptions, viewport, locale, timezoneId, colorScheme }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const shared = {
        ...contextOptions,
        viewport,
        locale: locale ?? 'en-GB',
        timezoneId: timezoneId ?? 'UTC',
        colorScheme,
      };
      const context = await browser.newContext({ ...shared, ...options });
      opened.push(context);
      await watch.over(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  staff: ({ device, demo, ownerState }, use) =>
    use(async (path, options) => {
      const page = await device({ storageState: ownerState, ...options });
      await page.goto(new URL(`/console${path}`, demo.url).href);
      return page;
    }),
});

export { expect } from '@playwright/test';
