import { createClient } from './client.ts';
import type { RuntimeModule } from '@banso/widget/link';
import type { Client, Command } from './methods.ts';
import type { Settings } from './settings.ts';

/** File name of the runtime without its ending; it carries the hash of its content, known when the loader is built. */
declare const BANSO_RUNTIME_FILE: string;

declare global {
  interface Window {
    /** An array of commands before the loader is there, the client afterwards. */
    banso?: Client | Command[] | undefined;
  }
}

try {
  const { banso: queue } = window;
  const tag = document.querySelector<HTMLScriptElement>('script[data-key^=bpk_]');
  // A second copy on the same page finds a client there and leaves it alone.
  if (tag && (!queue || Array.isArray(queue))) {
    // The attributes have the names of the settings.
    const { origin } = new URL(tag.dataset['host'] ?? tag.src);
    // oxlint-disable-next-line typescript/no-misused-spread -- a DOMStringMap has nothing but its names
    const settings = { ...tag.dataset, host: origin } as unknown as Settings;
    const client = createClient(
      settings,
      // The import carries the nonce of this script, if it has one.
      (file: string = BANSO_RUNTIME_FILE) =>
        import(/* @vite-ignore */ `${origin}/w/${file}.js`) as Promise<RuntimeModule>,
      // The page's own array again: its later calls go on throwing nothing.
      () => (window.banso = queue),
    );
    window.banso = client;
    // What the page said so far.
    if (queue) client.push(...queue.splice(0));
  }
} catch {
  // The page must not notice that we could not start.
}
