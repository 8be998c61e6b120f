import type { widgetApi } from '@banso/contract';

/**
 * The seam between the loader, which knows who the person is, and this runtime, which knows what to do with it. The two
 * may come from different releases (a loader out of npm, a runtime from the server): names here are only ever added.
 */
export interface Link {
  /** `banso:` and the publishable key: what our names in storage, locks and channels start with. */
  readonly prefix: string;
  /** False when the page asked for no launcher. */
  readonly launcher: boolean;
  /** The person whom facts belong to now: the host's user id or this browser's anonymous id. */
  who(): string;
  /** Language that the page, the person or the browser asked for. */
  locale(): string;
  page(): widgetApi.SyncRequest['page'];
  /** Address that the last session call or sync was about; when it is not the page's, the decision is old. */
  decidedUrl: string;
  /** The current session and decision; undefined while an identity is in flight or when the server gave none. */
  offer: widgetApi.SessionResponse | undefined;
  /** One request to the service: POST with a body, GET without. Gives up after ten seconds; never rejects. */
  call(path: string, body?: object, more?: RequestInit): Promise<Answer>;
  /** Opens the session of the current person anew; {@link Runtime.update} follows when that succeeds. */
  refresh(): Promise<unknown>;
  /** Tells listeners of the host page. */
  emit(name: string, detail: object): void;
  /** Says something for a developer once, on the debug channel. */
  warn(what: string): void;
}

/** What came of a request. */
export interface Answer {
  /** HTTP status; 0 when there was no answer in time. */
  status: number;
  /** Undefined when it was not JSON or broke off. */
  body: unknown;
  /** How long the server asks to be left alone. */
  retryAfterMs: number | undefined;
}

/** Why one content is shown or not, for `why()`. */
export interface Explanation {
  contentId: string;
  shown: boolean;
  /** Reason code of the decision; `unknown` for content that the decision did not name. */
  reason: string;
  /** What it waits for in this page before it opens by itself; absent: for nothing, or it does not open by itself. */
  waitsFor?: string;
  /** Reason and wait in English words. */
  text: string;
}

/** What the loader holds of the runtime. */
export interface Runtime {
  /** The offer is new, or the page has changed under it: decide again. */
  update(): void;
  /** An identity is in flight: show nothing new until the next update. */
  pause(): void;
  /** The person goes: take everything of theirs off the page and send what is left, within about two seconds. */
  leave(): Promise<void>;
  /**
   * A call of the host page: `track`, `page`, `open`, `close`, `why`; `moved` when the page's address has changed.
   * @param who - Whose call it was, when it was made.
   * @param taken - Says that the call is in our hands: until then it outlives the page. False: it is with the next page already.
   * @returns what the public contract says of the method.
   */
  run(name: string, args: readonly unknown[], who: string, taken?: () => boolean): unknown;
  /** Facts that have not arrived yet. */
  pending(): number;
  /** Leaves no trace in the page. What is stored stays for the next visit. */
  destroy(): void;
}

/** The module that the loader imports. */
export interface RuntimeModule {
  start(link: Link): Runtime;
}
