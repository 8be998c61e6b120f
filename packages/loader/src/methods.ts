import type { widgetApi } from '@banso/contract';
import type { Explanation } from '@banso/widget/link';
import type { Values } from './plain-values.ts';

/** `required`: waiting for the person's consent. */
export type Consent = 'required' | 'granted' | 'denied';

/**
 * What the client knows, for debugging and for hosts that want to draw something of their own: what the server last answered
 * (absent until it has), and what the page has said.
 */
export interface ClientState extends Partial<Omit<widgetApi.SessionResponse, 'session'>> {
  /** It is a key, and only ours to use. */
  session?: undefined;
  consent: Consent;
  userId: string | undefined;
  accountId: string | undefined;
  locale: string;
  /** Facts that have not arrived at the server yet. */
  pending: number;
}

/**
 * What became of a fact: on the server's disk, kept on this device, kept in memory only, refused for good; `undefined` when
 * it could not be taken (code blocked, destroyed).
 */
export type Tracked = 'arrived' | 'stored' | 'held' | 'refused' | undefined;

/** What a host page can listen to. `error` is for developers: people are never shown anything because of it. */
export interface EventDetails {
  ready: ClientState;
  shown: Readonly<Record<string, unknown>>;
  answered: Readonly<Record<string, unknown>>;
  completed: Readonly<Record<string, unknown>>;
  step: Readonly<Record<string, unknown>>;
  dismissed: Readonly<Record<string, unknown>>;
  opened: Readonly<Record<string, unknown>>;
  error: { code: string };
}

/**
 * The methods of the public contract. None throws and no promise is rejected. Without consent a call waits for it, and its
 * promise with it.
 */
export interface Methods {
  /** Says who this is. A different id than before first sends what the previous person did, then forgets them. */
  identify(userId: string, traits?: Values, options?: { token?: string }): Promise<ClientState>;
  /** Says which company the person belongs to. */
  group(accountId: string, traits?: Values): Promise<ClientState>;
  track(event: string, properties?: Values): Promise<Tracked>;
  /** A page view. Route changes within a page are noticed without it. */
  page(properties?: Values): Promise<Tracked>;
  /** Opens the panel: `checklists`, `resources`, `messages`, `preferences`, a content id or slug; nothing: home. */
  open(target?: string): Promise<boolean>;
  close(): void;
  /** Returns the function that stops it. A `ready` that has been is told again. */
  on<E extends keyof EventDetails>(event: E, listener: (detail: EventDetails[E]) => void): () => void;
  setLocale(tag: string): Promise<ClientState>;
  /** `denied` also takes away what was stored in this browser. */
  setConsent(consent: 'granted' | 'denied'): Promise<ClientState>;
  getState(): ClientState;
  /** Why content is shown or not; by id or slug, or all of it. */
  why(contentId?: string): Promise<Explanation[]>;
  /** Forgets the person: for signing out. */
  reset(): Promise<ClientState>;
  /** Leaves no trace in the page. */
  destroy(): void;
}

/** A queued call: `['identify', 'user-42', { plan: 'pro' }]`. */
export type Command = readonly [name: string, ...args: unknown[]];

/** The client as it stands on `window.banso`. */
export interface Client extends Methods {
  push(...commands: Command[]): void;
}
