import { createBanso } from '@banso/loader';
import type { Banso, BansoOptions } from '@banso/loader';

/** A client that comes when its provider is in the page. Calls made before wait for it: effects of children run first. */
export interface LateBanso {
  /** The same object for the life of the provider. */
  banso: Banso;
  start(options: BansoOptions): void;
  /** Takes the client off the page. Later calls wait for the next one. */
  stop(): void;
}

const METHODS = [
  'identify',
  'group',
  'track',
  'page',
  'open',
  'close',
  'on',
  'setLocale',
  'setConsent',
  'getState',
  'why',
  'reset',
  'destroy',
] as const satisfies readonly (keyof Banso)[];

/** See {@link LateBanso}. Touches neither window nor document, so that it can be made on a server. */
export function lateBanso(): LateBanso {
  let come: (client: Banso) => void;
  let client: Promise<Banso>;
  let current: Banso | undefined;

  function awaitClient(): void {
    client = new Promise((resolve) => (come = resolve));
  }
  awaitClient();

  const call =
    (name: keyof Banso) =>
    async (...args: unknown[]): Promise<unknown> => {
      const there = await client;
      return (there[name] as (...args: unknown[]) => Promise<unknown>)(...args);
    };
  return {
    banso: Object.fromEntries(METHODS.map((name) => [name, call(name)])) as unknown as Banso,
    start(options) {
      current = createBanso(options);
      come(current);
    },
    stop() {
      void current?.destroy();
      current = undefined;
      awaitClient();
    },
  };
}
