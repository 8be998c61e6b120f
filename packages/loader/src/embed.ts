import { createClient } from './client.ts';
import type { RuntimeModule } from '@banso/widget/link';
import type { Client, Command } from './methods.ts';
import type { Settings } from './settings.ts';

/** File name of the runtime; it carries the hash of its content, known when the loader is built. */
declare const BANSO_RUNTIME_FILE: string;

declare global {
  interface Window {
    /** An array of commands before the loader is there, the client afterwards. */
    banso?: Client | Command[] | undefined;
  }
}

/** Takes over the queue of the page. A second copy on the same page finds a client there and leaves it alone. */
function boot(): void {
  const { banso: queue } = window;
  if (queue && !Array.isArray(queue)) return;

  const tag = document.querySelector<HTMLScriptElement>('script[data-key^=bpk_]');
  if (!tag) return;
  // The attributes have the names of the settings.
  const { origin } = new URL(tag.dataset['host'] ?? tag.src);
  const settings = Object.assign({}, tag.dataset, { host: origin }) as unknown as Settings;
  const client = createClient(
    settings,
    // The import carries the nonce of this script, if it has one.
    () => import(/* @vite-ignore */ `${settings.host}/w/${BANSO_RUNTIME_FILE}`) as Promise<RuntimeModule>,
    // The page's own array again: its later calls go on throwing nothing.
    () => (window.banso = queue),
  );
  window.banso = client;
  if (queue) client.push(...queue.splice(0));
}

try {
  boot();
} catch {
  // The page must not notice that we could not start.
}
