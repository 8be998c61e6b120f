import type { RuntimeModule } from '@banso/widget/link';
import { createClient } from './client.ts';
import { importRuntime } from './import-runtime.ts';
import type { EventDetails, Methods } from './methods.ts';
import type { Settings } from './settings.ts';

export type { Explanation } from '@banso/widget/link';
export type { ClientState, Consent, EventDetails, Methods, Tracked } from './methods.ts';
export type { Values } from './plain-values.ts';
export type { Settings } from './settings.ts';

/** The same methods as on `window.banso`, each returning a promise. */
export type Banso = {
  [M in Exclude<keyof Methods, 'on'>]: (
    ...args: Parameters<Methods[M]>
  ) => Promise<Awaited<ReturnType<Methods[M]>>>;
} & {
  /** Answers the function that stops it. */
  on<E extends keyof EventDetails>(
    event: E,
    listener: (detail: EventDetails[E]) => void,
  ): Promise<() => void>;
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
  const client = createClient(settings, (file) =>
    // Under these names the service always serves what fits it, whatever loader asks.
    options.runtime && !file ? options.runtime() : importRuntime(settings, `${file ?? 'runtime'}.js`),
  );
  const promised = Object.entries(client).map(([name, method]) => [
    name,
    async (...args: unknown[]) => (method as (...args: unknown[]) => unknown)(...args),
  ]);
  return Object.fromEntries(promised) as Banso;
}
