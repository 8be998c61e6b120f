import type { widgetApi } from '@banso/contract';
import type { Answer, Link, Runtime, RuntimeModule } from '@banso/widget/link';
import { kept } from './browser-storage.ts';
import { createCall } from './call.ts';
import type { Client, ClientState, Command, Consent, Methods } from './methods.ts';
import { currentPage, localeOf } from './page.ts';
import { plainValues } from './plain-values.ts';
import type { Values } from './plain-values.ts';
import type { Settings } from './settings.ts';

/** The part of Temporal that is used here; absent in browsers that do not have it yet. */
interface Zoned {
  Temporal?: { Now: { timeZoneId(): string } };
}

/** An offer, or what is wrong. */
type SessionAnswer = Answer & { body: (widgetApi.SessionResponse & { code?: string }) | undefined };

interface Known {
  id: string;
  traits: Values;
  token?: string | undefined;
}

/** A call with whose it is, and when it was made. */
type WaitingCall = [name: string, args: unknown[], who: string, at: number];

/**
 * The client of one page. It knows who the person is, asks the service what to show them, and fetches the runtime only when
 * there is something to do with it.
 * @param importRuntime - Fetches the runtime's module, or what stands in for it on a page whose address carries a preview.
 * @param leave - Called by `destroy`, to take the client off the page.
 */
export function createClient(
  settings: Settings,
  importRuntime: (file?: 'preview') => Promise<RuntimeModule>,
  leave?: () => unknown,
): Client {
  // In here, where the build puts the numbers in their places.
  /** After so many failures in a row we stay silent for the life of the page. */
  const MAX_FAILURES = 3;
  const FIRST_RETRY_MS = 2_000;
  const prefix = `banso:${settings.key}`;
  const anonymousName = `${prefix}:id`;
  const pendingName = `${prefix}:pending`;
  const gone = new AbortController();
  const listeners = new EventTarget();
  const said: Record<string, true> = {};
  /** Calls that nobody has taken in yet. */
  const waiting = new Set<WaitingCall>();
  // Scripts further down the page may still say who it is, and the page comes first anyway.
  const parsed = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else setTimeout(resolve);
  });

  let consent: Consent = 'required';
  let user: Known | undefined;
  let account: Known | undefined;
  let anonymousId: string | undefined;
  let give: () => void;
  let given = awaitConsent();
  let leaving: Promise<void> | undefined;
  let loading: Promise<Runtime | undefined> | undefined;
  let runtime: Runtime | undefined;
  let asked = 0;
  let answered = 0;
  let failures = 0;
  let latest: Promise<ClientState>;
  /** What the next session waits for; first of all a preview, which then takes the place of the runtime. */
  let rest: Promise<unknown> | false | undefined =
    /banso_preview/.test(location as never) && withRuntime('preview');

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `decidedUrl` and `offer` come with the first session
  const link = {
    prefix,
    launcher: settings.launcher !== 'none',
    who: () => user?.id ?? anonymous(),
    locale: () => localeOf(settings.locale, user?.traits['locale']),
    page: currentPage,
    call: createCall(settings.host, settings.key),
    refresh() {
      if (answered === asked) {
        failures = MAX_FAILURES - 1;
        void open();
      }
      return latest;
    },
    emit: (name, detail) => listeners.dispatchEvent(new CustomEvent(name, { detail })),
    warn,
  } satisfies Omit<Link, 'decidedUrl' | 'offer'> as Partial<Link> as Link;

  function warn(what: string): undefined {
    // oxlint-disable-next-line no-console -- the one place where a developer is told, once, on the quietest channel
    said[what] ||= !(console.debug(`banso: ${what}`) as undefined);
  }

  function anonymous(): string {
    // The end of a blob's address is a random UUIDv4, on pages without https too, where `crypto.randomUUID` is missing.
    const fresh = () => `anon_${URL.createObjectURL(new Blob()).slice(-36)}`;
    if (!anonymousId) kept(anonymousName, (anonymousId = kept(anonymousName) || fresh()));
    return anonymousId;
  }

  /** Another browser from now on, as far as anybody can tell. */
  function dropAnonymous(): void {
    kept(anonymousName, (anonymousId = ''));
  }

  function getState(): ClientState {
    return {
      ...link.offer,
      session: undefined,
      consent,
      userId: user?.id,
      accountId: account?.id,
      locale: link.locale(),
      pending: runtime?.pending() ?? 0,
    };
  }

  /** Opens a session for the person as they are now; until then nothing new is shown. */
  function open(): Promise<ClientState> {
    runtime?.pause();
    latest = ask(++asked);
    return latest;
  }

  async function ask(turn: number): Promise<ClientState> {
    for (; failures < MAX_FAILURES; failures++) {
      await Promise.all([parsed, rest, leaving]);
      if (turn !== asked) return latest;
      const page = currentPage();
      link.decidedUrl = page.url;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it is shows in `show`
      const {
        status,
        body: offer,
        retryAfterMs,
      } = (await link.call('session', {
        user,
        account,
        anonymousId: anonymous(),
        page,
        // A page's first formatter takes the browser longer than all of our code, so it is the last resort.
        timeZone:
          (window as Zoned).Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        locale: link.locale(),
      })) as SessionAnswer;
      if (turn !== asked) return latest;
      if (Array.isArray(offer?.show)) {
        failures = 0;
        link.offer = offer;
        link.emit('ready', getState());
        void show(offer);
        break;
      }
      const code = offer?.code ?? 'unavailable';
      link.emit('error', { code });
      warn(code);
      if (/^4(?!29)/.test(`${status}`)) break;
      rest = new Promise((resolve) =>
        setTimeout(resolve, retryAfterMs ?? Math.random() * FIRST_RETRY_MS * 4 ** failures),
      );
    }
    answered = turn;
    return getState();
  }

  async function show(offer: widgetApi.SessionResponse): Promise<void> {
    if (
      runtime ||
      offer.unread ||
      offer.show.some((item) => link.launcher || item?.surface !== 'panel') ||
      // One of our elements, whichever it is; the browser looks for it, which in a large page script would not do in time.
      document.evaluate("//*[starts-with(name(),'banso-')]", document).iterateNext() ||
      kept(pendingName)
    )
      (await withRuntime())?.update();
  }

  function withRuntime(file?: 'preview'): Promise<Runtime | undefined> {
    const mine: Promise<Runtime | undefined> = (loading ??= importRuntime(file)
      .then(({ start }) => (mine === loading ? (runtime = start(link)) : undefined))
      .catch(warn));
    return mine;
  }

  /** Whose call it is is fixed now: the person may change while the runtime comes. */
  async function later(name: string, args: unknown[] = []): Promise<unknown> {
    const who = link.who();
    const call: WaitingCall = [name, args, who, Date.now()];
    const taken = () => waiting.delete(call);
    waiting.add(call);
    const loaded = await withRuntime();
    return loaded ? loaded.run(name, args, who, taken) : void taken();
  }

  /** The page ends: calls that wait are left to the next one, a line each. */
  function leaveCalls(): void {
    try {
      for (const call of waiting) kept(pendingName, `${kept(pendingName)}\n${JSON.stringify(call)}`);
    } catch {
      // What the page tells can be anything, also what no text can hold.
    }
    waiting.clear();
  }

  /** Everything of the person who was here goes off the page. One who was known is forgotten. */
  function part(known: unknown): void {
    leaving = runtime?.leave();
    link.offer = undefined;
    if (!known) return;
    user = account = undefined;
    dropAnonymous();
  }

  function stop(): void {
    asked++;
    waiting.clear();
    runtime?.destroy();
    rest = runtime = loading = link.offer = undefined;
    given = awaitConsent();
    latest = given.then(getState);
  }

  /** Calls that are made before consent wait on this. Those that wait when it is denied wait for ever. */
  function awaitConsent(): Promise<void> {
    return new Promise((resolve) => (give = resolve));
  }

  const methods: { [M in keyof Methods]?: Methods[M] | 0 } = {
    // The runtime answers these.
    track: 0,
    page: 0,
    open: 0,
    close: 0,
    why: 0,
    identify(userId, traits, options) {
      const id = String(userId);
      if (user?.id !== id) part(user);
      user = {
        id,
        traits: { ...user?.traits, ...plainValues(traits) },
        token: options?.token ?? user?.token,
      };
      return open();
    },
    group(accountId, traits) {
      account = { id: String(accountId), traits: plainValues(traits) };
      return open();
    },
    setLocale(tag) {
      settings.locale = tag;
      return open();
    },
    reset() {
      part(true);
      return open();
    },
  };
  /** Neither sends nor stores, and so waits for no consent. */
  const client: Record<string, unknown> &
    Pick<Client, 'push' | 'on' | 'getState' | 'setConsent' | 'destroy'> = {
    push(...commands) {
      for (const command of commands) {
        const [name = '', ...args] = (command as Command | undefined) ?? [];
        if (Object.hasOwn(client, name)) (client[name] as (...args: unknown[]) => unknown)(...args);
        else warn(`no method ${name}`);
      }
    },
    on(event, listener) {
      const hear = (told: Event) => listener((told as CustomEvent<never>).detail);
      listeners.addEventListener(event, hear);
      return () => listeners.removeEventListener(event, hear);
    },
    getState,
    async setConsent(answer) {
      if (answer !== consent && !gone.signal.aborted) {
        consent = answer;
        if (answer === 'granted') {
          give();
          return open();
        }
        stop();
        dropAnonymous();
        kept(pendingName, '');
        kept('banso:place', ''); // of the launcher
      }
      return getState();
    },
    destroy() {
      gone.abort();
      stop();
      leave?.();
    },
  };
  for (const name of Object.keys(methods)) {
    const method = methods[name as keyof Methods] as ((...args: unknown[]) => unknown) | 0;
    // The one guard between the host page and us.
    client[name] = (...args: unknown[]) =>
      given
        // Where consent has been withdrawn since the call was made, nothing comes of it.
        .then(() => consent === 'granted' && (method ? method(...args) : later(name, args)))
        .catch(warn);
  }

  /** The runtime notices route changes by itself; before it is there, a route change is what calls for it. */
  function lookAtAddress(): void {
    if (link.offer && !runtime && currentPage().url !== link.decidedUrl) void later('moved');
  }
  // Where the Navigation API is missing, the next click is when we look.
  (window as { navigation?: EventTarget }).navigation?.addEventListener(
    'currententrychange',
    lookAtAddress,
    gone,
  );
  addEventListener('click', lookAtAddress, gone);
  addEventListener('pagehide', leaveCalls, gone);
  if (settings.consent !== 'required') void client.setConsent('granted');
  return client as unknown as Client;
}
