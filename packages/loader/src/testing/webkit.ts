import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { freePort } from '@banso/testkit/free-port';
import type { Engine } from './engines.ts';

/** Keys that write nothing, as WebDriver names them. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/**
 * WebKitGTK's small browser, driven by its own WebDriver in an X server without a screen. The protocol is spoken here: the
 * clients for it bring drivers and downloads of all other browsers along.
 */
export async function startWebKit(driverPath: string, xvfbPath: string): Promise<Engine> {
  const screen = spawn(xvfbPath, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    env: { PATH: '/usr/bin:/bin', HOME: '/tmp', LANG: 'C.UTF-8', DISPLAY: `:${String(display).trim()}` },
    stdio: 'ignore',
  });

  const killNow = () => [driver, screen].forEach((child) => child.kill());
  process.once('exit', killNow);

  async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: T };
    if (!answer.ok) throw new Error(`WebKit, ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  await waitFor(() => ask('GET', '/status'));
  return {
    async open() {
      const alwaysMatch = { 'webkitgtk:browserOptions': { args: ['--automation'] } };
      const made = await ask<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch } });
      const at = `/session/${made.sessionId}`;
      await ask('POST', `${at}/window/rect`, { width: 1_000, height: 800 });
      const act = (device: object, actions: readonly object[]) =>
        ask<void>('POST', `${at}/actions`, { actions: [{ id: 'person', ...device, actions }] });
      return {
        goto: (url) => ask('POST', `${at}/url`, { url }),
        reload: () => ask('POST', `${at}/refresh`, {}),
        evaluate: (expression) =>
          ask('POST', `${at}/execute/sync`, { script: `return (${expression})`, args: [] }),
        click: (x, y) =>
          act({ type: 'pointer', parameters: { pointerType: 'mouse' } }, [
            { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ]),
        press: (key) => {
          const value = KEYS[key] ?? key;
          return act({ type: 'key', id: 'keys' }, [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]);
        },
        close: () => ask('DELETE', at),
      };
    },
    async stop() {
      process.off('exit', killNow);
      for (const child of [driver, screen]) {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      }
    },
  };
}

/** Tries again until it succeeds. @throws what it threw last, after ten seconds. */
async function waitFor(attempt: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 10_000; ;)
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
