import type { Browser } from 'playwright';
import type { Contender } from './contenders.ts';
import type { PageServer } from './server.ts';

/** What one visit took. */
export interface Visit {
  /** From the beginning of the navigation until the question could be seen, milliseconds. */
  visibleMs: number;
  /** Time in script, milliseconds. */
  scriptMs: number;
  /** What tasks took beyond 50 ms each, milliseconds. */
  longMs: number;
  /** Cumulative layout shift without input. */
  shift: number;
  /** Reachable objects of JavaScript, bytes. */
  heap: number;
  /** Requests until it was visible, and their bytes as sent. */
  requests: number;
  bytes: number;
}

/** A line and a processor. */
export interface Conditions {
  slowLine: boolean;
  cpuTimes: number;
}

/** Slow 4G as Chromium's tools know it: 150 ms there and back, 1.6 Mbit/s. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** What the page has noted, with the files that had come when the question could be seen: our service's answers are not code. */
const AFTERWARDS = (visibleMs: number): string => `(() => {
  const come = performance.getEntriesByType('resource').filter((one) => one.startTime < ${visibleMs} && one.responseEnd < ${visibleMs});
  const code = come.filter(({ name }) => !name.includes('/v1/'));
  return [window.__long, window.__shift, come.length, code.reduce((sum, one) => sum + one.encodedBodySize, 0)];
})()`;
const AFTERWARDS_MS = 1_500;
const PATIENCE_MS = 30_000;

/** Opens the contender's page in a fresh browser profile. */
export async function visit(
  browser: Browser,
  server: PageServer,
  contender: Contender,
  { slowLine, cpuTimes }: Conditions,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuTimes });
  if (slowLine) await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await page.addInitScript(`
    window.__long = 0; window.__shift = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.__long += duration - 50 }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.__shift += one.value }).observe({ type: 'layout-shift', buffered: true });
    window.__seen = new Promise((seen) => {
      const look = () => {
        if (document.body && (${contender.isVisible})) seen(performance.now());
        else requestAnimationFrame(look);
      };
      look();
    });`);
  await page.goto(server.addressOf(contender), { waitUntil: 'commit' });
  const visibleMs = await page.evaluate<number>(
    `Promise.race([window.__seen, new Promise((_, fail) => setTimeout(() => fail(new Error('${contender.name} shows no question')), ${PATIENCE_MS}))])`,
  );
  await page.waitForTimeout(AFTERWARDS_MS);
  const [longMs, shift, requests, bytes] = await page.evaluate<number[]>(AFTERWARDS(visibleMs));
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
  await context.close();
  return {
    visibleMs,
    scriptMs: metric('ScriptDuration') * 1_000,
    longMs: longMs ?? 0,
    shift: shift ?? 0,
    heap,
    requests: requests ?? 0,
    bytes: bytes ?? 0,
  };
}
