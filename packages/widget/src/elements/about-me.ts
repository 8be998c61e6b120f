import type { widgetApi } from '@banso/contract';
import type { Controller, Receipt } from '../controller.ts';
import { fits } from '../runtime/read-offer.ts';

/** What is known of the person, as far as it has been read. */
export type Known =
  | { status: 'closed' | 'loading' | 'failed' | 'refused' }
  | { status: 'ready'; me: widgetApi.MeResponse };

const SHAPE = { contact: { traits: {} }, kept: [{ what: '', count: 0 }] };

/** What the service knows of the person, read when they ask for it; and their wish that it be erased. */
export class AboutMe {
  known: Known = { status: 'closed' };
  readonly #source: Controller;
  readonly #changed: () => void;
  #turn = 0;

  /** @param changed - Called after each change. */
  constructor(source: Controller, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  /** Reads it anew. Never rejects. */
  async open(): Promise<void> {
    const turn = ++this.#turn;
    this.#set({ status: 'loading' });
    const known = await this.#read().catch((): Known => ({ status: 'failed' }));
    if (turn === this.#turn) this.#set(known);
  }

  close(): void {
    this.#turn++;
    this.#set({ status: 'closed' });
  }

  async #read(): Promise<Known> {
    const own = await this.#source.own();
    const found = await own?.read('me');
    if (fits(found, { code: '' })) return { status: 'refused' };
    if (!own || !fits(found, SHAPE)) return { status: 'failed' };
    let me = found as widgetApi.MeResponse;
    // What was asked for on this device and has not arrived holds as well.
    for (const { type, at } of await own.waiting()) {
      if (type === 'erasure_requested') me = { ...me, erasureRequestedAt: me.erasureRequestedAt ?? at };
      if (type === 'erasure_withdrawn') me = { ...me, erasureRequestedAt: null };
    }
    return { status: 'ready', me };
  }

  /** Everything that is known, as a file's text; undefined: it could not be had. */
  async file(): Promise<string | undefined> {
    const found = await (await this.#source.own())?.read('me/export');
    return fits(found, {}) && !fits(found, { code: '', status: 0 })
      ? JSON.stringify(found, null, 2)
      : undefined;
  }

  /** Asks for erasure, or takes that back. It is shown at once, and not any more when it is refused. */
  async wish(erased: boolean): Promise<Receipt> {
    const before = this.known;
    if (before.status === 'ready') {
      const erasureRequestedAt = erased ? this.#source.now().toISOString() : null;
      this.#set({ status: 'ready', me: { ...before.me, erasureRequestedAt } });
    }
    const now = this.known;
    const receipt = await this.#source
      .report({ type: erased ? 'erasure_requested' : 'erasure_withdrawn' })
      .catch((): Receipt => 'held');
    if (receipt === 'refused' && this.known === now) this.#set(before);
    return receipt;
  }

  #set(known: Known): void {
    this.known = known;
    this.#changed();
  }
}
