import type { event, PublishedContent, widgetApi } from '@banso/contract';

type NewFactOf<E> = E extends event.Event ? Omit<E, 'id' | 'at'> & Partial<Pick<E, 'id'>> : never;
/** An event without what the runtime adds: its time, and its id where it has none of `newId` yet. */
export type NewFact = NewFactOf<event.Event>;

/**
 * What became of a reported fact: on the server's disk, kept on this device until it can be sent, kept in memory only
 * (storage refused), or refused by the server for good.
 */
export type Receipt = 'arrived' | 'stored' | 'held' | 'refused';

/** What the elements draw from. Replaced as a whole, never changed in place. */
export interface WidgetState {
  /** Language of the widget's own texts and of numbers and dates. */
  locale: string;
  /** Published content by id, in this language or its fall-back. */
  contents: Readonly<Record<string, PublishedContent>>;
  /** The decision, in order. */
  show: readonly widgetApi.ShownContent[];
  progress: Readonly<Record<string, widgetApi.Progress>>;
  unread: number;
  /** What the team wrote; undefined for people who have no messages to read. */
  messages: widgetApi.SessionResponse['messages'];
  /** What the person has chosen; undefined before anything is known of them. */
  preferences: widgetApi.Preferences | undefined;
  /** What they may choose from. */
  languages?: readonly string[];
  /** The launcher stands in its corner, or is about to: whatever else floats leaves room for it. */
  launcher: boolean;
  theme: widgetApi.WidgetTheme;
  /** Path and host of the current page, for what is recommended here. */
  pageUrl: string;
  online: boolean;
  /** Facts that have not arrived yet. */
  pending: number;
}

/** What is kept of the person themselves, here and at the service. */
export interface Own {
  /** Reads something of theirs from the service; undefined: it could not be had. What is refused is answered with the problem. */
  read(path: string): Promise<unknown>;
  /** Facts of theirs that wait to be sent, in order. */
  waiting(): Promise<readonly event.Event[]>;
}

/** The one thing elements talk to: the runtime in a page, a stand-in in the console's preview and in tests. */
export interface Controller {
  readonly state: WidgetState;
  /** Calls back after each change of state; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Resolves as soon as the fate of the fact is known, within about four seconds ('stored' then). */
  report(fact: NewFact): Promise<Receipt>;
  /** Undefined: its code could not be had. */
  own(): Promise<Own | undefined>;
  /** A UUIDv7, for a fact or for what facts are about. */
  newId(): string;
  /** Follows a link of a step or resource; same-site paths stay in this tab. */
  follow(url: string): void;
  /** Tells listeners of the host page (`shown`, `answered`, `completed`, `step`, `dismissed`, `opened`). */
  emit(
    name: 'shown' | 'answered' | 'completed' | 'step' | 'dismissed' | 'opened',
    detail: Readonly<Record<string, unknown>>,
  ): void;
  now(): Date;
}

/** A mounted surface. `destroy` leaves no trace in the page. */
export interface Surface {
  destroy(): void;
}

export interface PanelSurface extends Surface {
  /**
   * `checklists`, `resources`, `messages`, `preferences`, a content id or slug; nothing: home. Moves focus in: a person asked for it.
   * Resolves when it can be seen; never rejects.
   */
  open(target?: string): Promise<void>;
  close(): void;
  readonly isOpen: boolean;
}

export interface SurveySurface extends Surface {
  /** Resolves when the person is through with it or closed it. */
  readonly closed: Promise<void>;
}
