import type { event, message } from '@banso/contract';
import type { Controller, Receipt } from '../controller.ts';
import { fits } from '../runtime/read-offer.ts';

/** What became of a message: on its way, what its receipt says, or read by the other side. */
export type Fate = Receipt | 'sending' | 'read';

/** One message, as the person sees it. */
export interface Line {
  id: string;
  mine: boolean;
  by: string | null;
  text: string;
  about: message.OwnThread['messages'][number]['about'];
  at: Date;
  fate: Fate;
}

const threads = new WeakMap<Controller, OwnThread>();

/** The thread of the person who is here, one for all elements; undefined: there are no messages for them, and what was read is forgotten. */
export function threadOf(source: Controller | undefined): OwnThread | undefined {
  if (!source) return undefined;
  if (!source.state.messages) {
    threads.delete(source);
    return undefined;
  }
  const thread = threads.get(source) ?? new OwnThread(source);
  threads.set(source, thread);
  return thread;
}

const SHAPE = { messages: [{ id: '', author: '', text: '', sentAt: '' }] };
/** What was read is fresh for so long. */
const FRESH_MS = 10_000;

/** What this person and the team have written to each other: kept at the service, waiting on this device, or just written. */
export class OwnThread {
  /** What is being written; kept while the panel is closed. */
  draft = '';
  status: 'loading' | 'failed' | 'ready' = 'loading';
  /** Who reads what the person writes; undefined: nobody in particular. */
  name: string | undefined;
  /** Where what came before the first line begins. */
  before: string | null = null;

  readonly #source: Controller;
  readonly #listeners = new Set<() => void>();
  #kept: Line[] = [];
  #waiting: Line[] = [];
  #written: Line[] = [];
  #reading: Promise<void> | undefined;
  #readAtMs = -Infinity;
  #seen: { unread: number; pending: number } | undefined;
  #readUpTo: string | undefined;

  constructor(source: Controller) {
    this.#source = source;
  }

  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** In the order in which they came in; what has not arrived comes last. */
  get lines(): readonly Line[] {
    const written = idsOf(this.#written);
    const waiting = this.#waiting.filter(({ id }) => !written.has(id));
    const known = idsOf(this.#kept);
    return [...this.#kept, ...[...waiting, ...this.#written].filter(({ id }) => !known.has(id))];
  }

  /** Reads it when it was not read yet, is not fresh, or state tells that there is something new. */
  look(): void {
    const { messages, pending } = this.#source.state;
    const seen = { unread: messages?.unread ?? 0, pending };
    const before = this.#seen;
    this.#seen = seen;
    const isNews = before && (seen.unread > before.unread || seen.pending < before.pending);
    if (isNews || !before) void this.refresh();
  }

  /** It is opened: what is not fresh is read again. */
  open(): void {
    if (this.#seen && performance.now() - this.#readAtMs > FRESH_MS) void this.refresh();
  }

  /** Reads it anew. Never rejects. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
      this.#changed();
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const settled = new Set(this.#written.filter(({ fate }) => fate !== 'sending' && fate !== 'refused'));
    const own = await this.#source.own();
    const found = await own?.read('messages');
    this.#readAtMs = performance.now();
    const isRead = fits(found, SHAPE);
    if (isRead) this.#keep(found as message.OwnThread);
    else if (this.status === 'loading') this.status = 'failed';
    if (!own) return;

    const waiting = (await own.waiting()).flatMap((fact) =>
      fact.type === 'message_sent' ? [lineOf(fact)] : [],
    );
    const waits = idsOf(waiting);
    // what was written here is shown from where it has got to; what only memory holds, as what it is
    this.#written = this.#written.filter(
      (line) =>
        !settled.has(line) ||
        (line.fate === 'arrived' ? !isRead : line.fate === 'held' && waits.has(line.id)),
    );
    this.#waiting = waiting;
  }

  /** The latest page over what is here: earlier pages stay, and where the two do not meet they go. */
  #keep({ with: reader, messages, before }: message.OwnThread): void {
    this.name = reader?.name;
    this.status = 'ready';
    const latest = messages.map(keptLine);
    const at = this.#kept.findIndex(({ id }) => id === latest[0]?.id);
    if (at < 1) this.before = before;
    this.#kept = [...(at < 1 ? [] : this.#kept.slice(0, at)), ...latest];
  }

  /** Reads what came before the first line. Never rejects. */
  async earlier(): Promise<void> {
    const own = await this.#source.own();
    const found = await own?.read(`messages?before=${encodeURIComponent(this.before ?? '')}`);
    if (!fits(found, SHAPE)) return;
    const { messages, before } = found as message.OwnThread;
    const known = idsOf(this.#kept);
    this.#kept = [...messages.map(keptLine).filter(({ id }) => !known.has(id)), ...this.#kept];
    this.before = before;
    this.#changed();
  }

  /** Sends what was written. Resolves when its fate is known; never rejects. */
  async send(text: string): Promise<Fate> {
    const id = this.#source.newId();
    const line: Line = {
      id: `msg_${id}`,
      mine: true,
      by: null,
      text,
      about: null,
      at: this.#source.now(),
      fate: 'sending',
    };
    this.#written.push(line);
    this.#changed();
    try {
      line.fate = await this.#source.report({ id, type: 'message_sent', text });
    } catch {
      line.fate = 'refused';
    }
    this.#changed();
    if (line.fate !== 'refused') await (this.#reading ?? Promise.resolve()).then(() => this.refresh());
    return line.fate;
  }

  /** Takes a message that was refused out of the thread, as if it had not been written. */
  drop(line: Line): void {
    this.#written = this.#written.filter((one) => one !== line);
    this.#changed();
  }

  /** The person has what the team wrote before their eyes. */
  seen(): void {
    const last = this.#kept.findLast(({ mine }) => !mine);
    if (!last || last.fate === 'read' || last.id === this.#readUpTo) return;
    this.#readUpTo = last.id;
    this.#source.report({ type: 'messages_read', upTo: last.id }).catch(() => undefined);
  }
}

function keptLine({
  id,
  author,
  by,
  text,
  about,
  sentAt,
  readAt,
}: message.OwnThread['messages'][number]): Line {
  const mine = author === 'contact';
  return { id, mine, by, text, about, at: new Date(sentAt), fate: readAt === null ? 'arrived' : 'read' };
}

/** A note that waits on this device. */
function lineOf({ id, text, at }: Extract<event.Event, { type: 'message_sent' }>): Line {
  return { id: `msg_${id}`, mine: true, by: null, text, about: null, at: new Date(at), fate: 'stored' };
}

const idsOf = (lines: readonly Line[]): ReadonlySet<string> => new Set(lines.map(({ id }) => id));
