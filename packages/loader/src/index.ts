import type { RuntimeModule } from '@banso/widget/link';
import { createClient } from './client.ts';
import { importRuntime } from './import-runtime.ts';
import type { Methods } from './methods.ts';
import type { Settings } from './settings.ts';

export type { Explanation } from '@banso/widget/link';
export type { ClientState, Consent, EventDetails, Methods, Tracked } from './methods.ts';
export type { Values } from './plain-values.ts';
export type { Settings } from './settings.ts';

/** Under this name the service always serves the runtime that fits it, whatever loader asks. */
const RUNTIME_FILE = 'runtime.js';

/** The same methods as on `window.banso`, each returning a promise. */
export type Banso = {
  [M in keyof Methods]: (...args: Parameters<Methods[M]>) => Promise<Awaited<ReturnType<Methods[M]>>>;
};

/** What `createBanso` needs: key and host; the rest has defaults. */
export interface BansoOptions extends Settings {
  /**
   * Where the runtime comes from; default: the service. `() => import('@banso/widget')` puts it into the host's own bundle,
   * for pages whose policy or whose blockers allow no script from elsewhere.
   */
  runtime?: () => Promise<RuntimeModule>;
}

/** Starts a client without touching `window`. Leave `key` and `host` as they are for the life of the page. */
export function createBanso(options: BansoOptions): Banso {
  const settings = { ...options, host: new URL(options.host).origin };
  const client = createClient(settings, options.runtime ?? (() => importRuntime(settings, RUNTIME_FILE)));
  const promised = Object.entries(client).map(([name, method]) => [
    name,
    async (...args: unknown[]) => (method as (...args: unknown[]) => unknown)(...args),
  ]);
  return Object.fromEntries(promised) as Banso;
}
