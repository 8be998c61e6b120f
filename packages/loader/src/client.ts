import type { widgetApi } from '@banso/contract';
import type { Link, Runtime, RuntimeModule } from '@banso/widget/link';
import { newAnonymousId } from './anonymous-id.ts';
import { kept } from './browser-storage.ts';
import { createCall } from './call.ts';
import type { Client, ClientState, Command, Consent, Methods } from './methods.ts';
import { currentPage, localeOf } from './page.ts';
import { plainValues } from './plain-values.ts';
import type { Values } from './plain-values.ts';
import type { Settings } from './settings.ts';

interface Known {
  id: string;
  traits: Values;
  token?: string | undefined;
}

const INLINE_ELEMENTS = 'banso-launcher,banso-panel,banso-checklist,banso-survey,banso-resources';
/** Calls that the runtime answers. */
const LATER = ['track', 'page', 'open', 'close', 'why'];
/** After so many failures in a row we stay silent for the life of the page. */
const MAX_FAILURES = 3;
const FIRST_RETRY_MS = 2_000;

/**
 * The client of one page. It knows who the person is, asks the service what to show them, and fetches the runtime only when
 * there is something to do with it.
 * @param importRuntime - Fetches the runtime's module.
 * @param leave - Called by `destroy`, to take the client off the page.
 */
export function createClient(
  settings: Settings,
  importRuntime: () => Promise<RuntimeModule>,
  leave?: () => unknown,
): Client {
  const prefix = `banso:${settings.key}`;
  const anonymousName = `${prefix}:id`;
  const pendingName = `${prefix}:pending`;
  const gone = new AbortController();
  const listeners = new EventTarget();
  const said: Record<string, true> = {};
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
  let rest: Promise<unknown> | undefined;
  let restTimer: ReturnType<typeof setTimeout>;

  const link: Link = {
    prefix,
    launcher: settings.launcher !== 'none',
    decidedUrl: '',
    offer: undefined,
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
  };

  function warn(what: string): undefined {
    if (said[what]) return;
    said[what] = true;
    // oxlint-disable-next-line no-console -- the one place where a developer is told, once, on the quietest channel
    console.debug(`banso: ${what}`);
  }

  function anonymous(): string {
    if (!anonymousId) kept(anonymousName, (anonymousId = kept(anonymousName) || newAnonymousId()));
    return anonymousId;
  }

  /** Another browser from now on, as far as anybody can tell. */
  function dropAnonymous(): void {
    anonymousId = undefined;
    kept(anonymousName, '');
  }

  function getState(): ClientState {
    // The session is a key, and only ours to use.
    const { session: _session, ...decided } = link.offer ?? {};
    return {
      ...decided,
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
    while (failures < MAX_FAILURES) {
      await Promise.all([parsed, rest, leaving]);
      if (turn !== asked) return latest;
      const page = currentPage();
      link.decidedUrl = page.url;
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const request = { user, account, anonymousId: anonymous(), page, locale: link.locale(), timeZone };
      const { status, body, retryAfterMs } = await link.call('session', request);
      if (turn !== asked) return latest;
      const offer = body as widgetApi.SessionResponse | undefined;
      if (Array.isArray(offer?.show)) {
        failures = 0;
        link.offer = offer;
        link.emit('ready', getState());
        void show();
        break;
      }
      const code = (body as { code?: string } | undefined)?.code ?? 'unavailable';
      link.emit('error', { code });
      warn(code);
      if (status > 399 && status < 500 && status !== 429) break;
      const delayMs = Math.random() * FIRST_RETRY_MS * 4 ** failures++;
      rest = new Promise((resolve) => (restTimer = setTimeout(resolve, retryAfterMs ?? delayMs)));
    }
    answered = turn;
    return getState();
  }

  async function show(): Promise<void> {
    if (
      runtime ||
      link.offer?.show.some((item) => link.launcher || item?.surface === 'popover') ||
      document.querySelector(INLINE_ELEMENTS) ||
      kept(pendingName)
    )
      (await withRuntime())?.update();
  }

  function withRuntime(): Promise<Runtime | undefined> {
    const mine: Promise<Runtime | undefined> = (loading ??= importRuntime()
      .then(({ start }) => (mine === loading ? (runtime = start(link)) : undefined))
      .catch(warn));
    return mine;
  }

  /** Whose call it is is fixed now: the person may change while the runtime comes. */
  async function later(name: string, args: unknown[] = []): Promise<unknown> {
    const who = link.who();
    return (await withRuntime())?.run(name, args, who);
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
    clearTimeout(restTimer);
    runtime?.destroy();
    rest = runtime = loading = link.offer = undefined;
    given = awaitConsent();
    latest = given.then(getState);
  }

  /** Calls that are made before consent wait on this. Those that wait when it is denied wait for ever. */
  function awaitConsent(): Promise<void> {
    return new Promise((resolve) => (give = resolve));
  }

  const methods: Partial<Methods> = {
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
      }
      return getState();
    },
    destroy() {
      gone.abort();
      stop();
      leave?.();
    },
  };
  for (const name of [...LATER, ...Object.keys(methods)]) {
    const method = methods[name as keyof Methods] as ((...args: unknown[]) => unknown) | undefined;
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
  const { navigation = window } = window as { navigation?: EventTarget };
  navigation.addEventListener('currententrychange', lookAtAddress, gone);
  navigation.addEventListener('click', lookAtAddress, gone);
  if (settings.consent !== 'required') void client.setConsent('granted');
  return client as unknown as Client;
}
