import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright';
import { stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';
import { times } from '../testing/profile.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.stop());

/** What happens to somebody who tells us things, in one to three tabs. */
type Happening =
  | { do: 'tell' | 'reload' | 'close'; tab: number }
  | { do: 'offline' | 'online' | 'refuse' | 'lose' | 'answer' | 'wait' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tell' as const), tab: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('reload' as const, 'close' as const), tab: fc.nat(2) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'offline' as const,
        'online' as const,
        'refuse' as const,
        'lose' as const,
        'answer' as const,
        'wait' as const,
      ),
    }),
  },
);

interface Told {
  name: string;
  receipt: string;
}

/** Tells a fact and notes what was said of it, which the page hands on even as it goes. */
async function tell(page: Page, name: string): Promise<void> {
  await page.evaluate((fact) => {
    const client = window.banso as never as { track(name: string): Promise<string | undefined> };
    const note = (window as never as { __told(told: Told): void }).__told;
    void client.track(fact).then((receipt) => note({ name: fact, receipt: String(receipt) }));
  }, name);
}

test(
  'what was said to be kept is on the server once, in the order of its tab, whatever happened',
  { timeout: 3_600_000 },
  async () => {
    const { service, browser } = on;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 4, maxLength: 14 }),
        fc.integer({ min: 1, max: 3 }),
        async (happenings, count) => {
          service.facts.length = service.seen.length = service.misfits.length = 0;
          service.trouble = service.loses = undefined;
          service.show = [];
          const context = await browser.newContext();
          const told: Told[] = [];
          await context.exposeFunction('__told', (one: Told) => void told.push(one));
          const address = on.serve({ before: `banso.push(['identify', 'ann'])` });
          const tabs: (Page | undefined)[] = [];
          for (let tab = 0; tab < count; tab++) tabs.push(await visit(context, address));
          let turn = 0;
          for (const one of happenings) {
            const at = 'tab' in one ? one.tab % count : 0;
            const page = tabs[at];
            switch (one.do) {
              case 'tell':
                if (page) await tell(page, `${at}:${turn++}`);
                break;
              case 'reload':
                // A page whose server cannot be reached cannot be had again.
                await context.setOffline(false);
                await page?.reload();
                break;
              case 'close':
                await page?.close({ runBeforeUnload: false });
                tabs[at] = undefined;
                break;
              case 'offline':
              case 'online':
                await context.setOffline(one.do === 'offline');
                break;
              case 'refuse':
                service.trouble = ({ path }, response) =>
                  path.endsWith('sync') && Boolean(response.writeHead(500).end('{}'));
                break;
              case 'lose':
                service.loses = ({ path }) => path.endsWith('sync');
                break;
              case 'answer':
                service.trouble = service.loses = undefined;
                break;
              case 'wait':
                await new Promise((resolve) => setTimeout(resolve, 300));
                break;
              default:
                one satisfies never;
            }
          }
          service.trouble = service.loses = undefined;
          await context.setOffline(false);
          const last = await visit(context, address);
          await tell(last, 'last');
          const names = () => service.facts.flatMap(({ fact }) => (fact.type === 'track' ? [fact.name] : []));
          const kept = () =>
            told
              .filter(({ receipt }) => receipt === 'arrived' || receipt === 'stored')
              .map(({ name }) => name);
          await until(
            () => names().includes('last') && kept().every((name) => names().includes(name)),
            'all that was kept',
            60_000,
          );
          expect(service.misfits).toEqual([]);
          expect(new Set(names()).size).toBe(names().length);
          for (let tab = 0; tab < count; tab++) {
            const of = names()
              .filter((name) => name.startsWith(`${tab}:`))
              .map((name) => Number(name.split(':')[1]));
            expect(of).toEqual(of.toSorted((a, b) => a - b));
          }
          await context.close();
        },
      ),
      { numRuns: times(4, 200), ...(times(0, 1) === 0 && { seed: 20_261_122 }) },
    );
  },
);

async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.banso && !Array.isArray(window.banso));
  return page;
}

test('control: a service that forgets what it has accepted is noticed', async () => {
  const { service, browser } = on;
  service.facts.length = 0;
  service.show = [];
  service.trouble = ({ path, body }, response) => {
    if (!path.endsWith('sync')) return false;
    const accepted = (body as { events: { id: string }[] }).events.map(({ id }) => id);
    const offer = { show: [], held: {}, progress: {}, unread: 0, content: { url: '/x' } };
    return Boolean(response.writeHead(200).end(JSON.stringify({ accepted, refused: [], ...offer })));
  };
  const context = await browser.newContext();
  const told: Told[] = [];
  await context.exposeFunction('__told', (one: Told) => void told.push(one));
  const page = await visit(context, on.serve({ before: `banso.push(['identify', 'ann'])` }));
  await tell(page, 'lost');
  await until(() => told.length > 0, 'a receipt');
  expect(told).toEqual([{ name: 'lost', receipt: 'arrived' }]);
  expect(service.facts.filter(({ fact }) => fact.type === 'track')).toEqual([]);
  await context.close();
});
