import type { event, PublishedContent, widgetApi } from '@banso/contract';

type NewFactOf<E> = E extends unknown ? Omit<E, 'id' | 'at'> : never;
/** An event without what the runtime adds: its id and its time. */
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
  theme: widgetApi.Theme;
  /** Path and host of the current page, for what is recommended here. */
  pageUrl: string;
  online: boolean;
  /** Facts that have not arrived yet. */
  pending: number;
}

/** The one thing elements talk to: the runtime in a page, a stand-in in the console's preview and in tests. */
export interface Controller {
  readonly state: WidgetState;
  /** Calls back after each change of state; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Resolves as soon as the fate of the fact is known, within about four seconds ('stored' then). */
  report(fact: NewFact): Promise<Receipt>;
  /** A new id for a survey response. */
  newResponseId(): string;
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
   * `checklists`, `resources`, a content id or slug; nothing: home. Moves focus in: a person asked for it.
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
