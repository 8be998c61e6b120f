import { organisation } from '@banso/contract';
import { type Day, dayIn } from '@banso/domain/time';
import { computed, effect, signal } from '@preact/signals';
import * as z from 'zod';
import { type Api, ApiError, createApi } from './api.ts';

export type Me = z.infer<typeof organisation.Me>;
export type Workspace = z.infer<typeof organisation.Workspace>;
export type Language = organisation.Language;
export type Scheme = 'auto' | 'light' | 'dark';

type State =
  | { status: 'loading' }
  | { status: 'signed_out'; setup: z.infer<typeof organisation.SetupState> }
  | { status: 'failed'; error: ApiError }
  | { status: 'signed_in'; me: Me };

const kept = {
  get: (name: string) => {
    try {
      return localStorage.getItem(name) ?? undefined;
    } catch {
      return undefined; // storage is refused: the choice lasts for this page
    }
  },
  set: (name: string, value: string) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // the same
    }
  },
  remove: (name: string) => {
    try {
      localStorage.removeItem(name);
    } catch {
      // the same
    }
  },
};

function languageOfBrowser(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.find((tag): tag is Language => organisation.LANGUAGES.some((known) => known === tag)) ?? 'en';
}

const isLanguage = (value: string | undefined): value is Language =>
  organisation.LANGUAGES.some((known) => known === value);

/** Who is here, in which workspace, and how they want to see it. */
export const state = signal<State>({ status: 'loading' });
const chosenWorkspace = signal(kept.get('banso:workspace'));
const chosenLanguage = signal(kept.get('banso:language'));
export const scheme = signal<Scheme>((kept.get('banso:scheme') as Scheme | undefined) ?? 'auto');

export const me = computed(() => (state.value.status === 'signed_in' ? state.value.me : undefined));
export const workspace = computed(
  () => me.value?.workspaces.find(({ id }) => id === chosenWorkspace.value) ?? me.value?.workspaces[0],
);
export const language = computed<Language>(() => {
  if (isLanguage(chosenLanguage.value)) return chosenLanguage.value;
  return me.value?.user.language ?? languageOfBrowser();
});
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** The day by the reader's calendar. */
export const today = (): Day => dayIn(timeZone, new Date().toISOString());

/** True when this member may do it; the server decides again. */
export const may = (permission: string): boolean =>
  me.value?.member.permissions.includes(permission) ?? false;

export const api: Api = createApi(
  () => workspace.value?.id,
  () => {
    if (state.value.status === 'signed_in') void refreshSession();
  },
);

/**
 * Asks the server who is signed in. On a device where nobody was, it is first asked whether anybody is: who opens the sign-in page
 * has done nothing that a browser should log as an error.
 */
export async function refreshSession(): Promise<void> {
  const setup = async () => (await api.call('GET', '/v1/setup', { schema: organisation.SetupState })).data;
  try {
    const known = kept.get(WAS_HERE) === undefined ? await setup() : undefined;
    if (known?.signedIn === false) state.value = { status: 'signed_out', setup: known };
    else {
      const { data } = await api.call('GET', '/v1/me', { schema: organisation.Me });
      state.value = { status: 'signed_in', me: data };
      kept.set(WAS_HERE, 'yes');
    }
  } catch (error) {
    state.value =
      error instanceof ApiError && error.status === 401
        ? await setup().then(signedOut, failed)
        : failed(error);
  }
}

const WAS_HERE = 'banso:signed-in';

function signedOut(setup: z.infer<typeof organisation.SetupState>): State {
  kept.remove(WAS_HERE);
  return { status: 'signed_out', setup };
}

const failed = (error: unknown): State => ({ status: 'failed', error: asError(error) });

const asError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError(0, 'unreachable', 'The server could not be reached.');

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  await api.call('POST', '/v1/auth/sign-out', { schema: z.unknown(), body: {} }).catch(() => undefined);
  kept.remove(WAS_HERE);
  await refreshSession();
}

/** Works in another workspace from now on; the choice is kept on this device. */
export function chooseWorkspace(id: string): void {
  kept.set('banso:workspace', id);
  chosenWorkspace.value = id;
}

/** Speaks another language from now on, on this device and, when signed in, wherever this person signs in. */
export function chooseLanguage(to: Language): void {
  kept.set('banso:language', to);
  chosenLanguage.value = to;
  if (me.value)
    void api.call('PATCH', '/v1/me', { schema: z.unknown(), body: { language: to } }).catch(() => undefined);
}

/** Light, dark, or as the system says. */
export function chooseScheme(to: Scheme): void {
  kept.set('banso:scheme', to);
  scheme.value = to;
}

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.style.colorScheme = scheme.value === 'auto' ? '' : scheme.value;
});
