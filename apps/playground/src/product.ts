import type { Customer, Language } from './customers.ts';
import { identify, track } from './embed.ts';
import type { Note } from './notes/note.ts';
import { keep, keepCustomer, keepScheme, keptOf, scheme } from './store.ts';
import type { Kept } from './store.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/en.ts';
import { ja } from './texts/ja.ts';
import { ko } from './texts/ko.ts';

const TEXTS: Readonly<Record<Language, Texts>> = { en, ja, ko };

/** Places of the product, as its address says them. */
export const PLACES = ['notes', 'team', 'folders', 'settings'] as const;
export type Place = (typeof PLACES)[number];

const BASE = '/playground/';

/** The address of a place, or of a note. */
export function addressOf(place: Place, noteId?: string): string {
  const path = place === 'notes' ? BASE : `${BASE}${place}`;
  return noteId === undefined ? path : `${path}?note=${encodeURIComponent(noteId)}`;
}

/** The made-up product: who is signed in, what they have, where they are. Draws nothing itself. */
export class Product {
  customer: Customer;
  kept: Kept;
  /** There are no made-up customers here: a real installation. */
  isAlone = false;
  /** What is looked for among the notes. */
  search = '';
  readonly #draw: () => void;
  readonly #tell: (words: string) => void;

  /**
   * @param draw - Called when the page shall look different.
   * @param tell - Called with what has just happened, in words.
   */
  constructor(customer: Customer, { draw, tell }: { draw: () => void; tell: (words: string) => void }) {
    this.customer = customer;
    this.kept = keptOf(customer);
    this.#draw = draw;
    this.#tell = tell;
  }

  get texts(): Texts {
    return TEXTS[this.customer.language];
  }

  get place(): Place {
    const path = location.pathname.slice(BASE.length).replace(/\/$/, '');
    return PLACES.find((place) => place === path) ?? 'notes';
  }

  /** The note that is open; undefined when none is. */
  get note(): Note | undefined {
    const id = new URLSearchParams(location.search).get('note');
    return this.kept.notes.find((note) => note.id === id);
  }

  /** A text with its gaps filled. */
  say(key: keyof Texts, fill: Readonly<Record<string, string | number>> = {}): string {
    return this.texts[key].replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(fill[name] ?? gap));
  }

  go(address: string): void {
    history.pushState(null, '', address);
    this.#draw();
  }

  async become(customer: Customer): Promise<void> {
    this.customer = customer;
    this.kept = keptOf(customer);
    this.search = '';
    this.#tell('');
    keepCustomer(customer);
    history.replaceState(null, '', addressOf(this.place));
    this.#draw();
    await identify(customer);
  }

  createNote(from: 'blank' | 'template'): void {
    const { language, name } = this.customer;
    const date = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' }).format(new Date());
    const isBlank = from === 'blank';
    const note: Note = {
      id: crypto.randomUUID(),
      title: isBlank ? '' : this.say('meetingTemplate', { date }),
      body: isBlank ? '' : this.texts.meetingTemplateBody,
      folder: this.kept.folders.at(-1)?.name ?? '',
      author: name,
      daysAgo: 0,
      comments: [],
    };
    this.#change({ notes: [note, ...this.kept.notes] });
    track('note_created', { template: from });
    if (!isBlank) track('template_used', { template: 'meeting' });
    this.#tell(this.texts.toldNote);
    this.go(addressOf('notes', note.id));
  }

  /** Keeps what is being written, without drawing: the person is at it. */
  write(note: Note, change: Partial<Pick<Note, 'title' | 'body'>>): void {
    const notes = this.kept.notes.map((one) =>
      one.id === note.id ? { ...one, ...change, daysAgo: 0 } : one,
    );
    this.kept = { ...this.kept, notes };
    keep(this.customer, this.kept);
  }

  comment(note: Note, text: string): void {
    const notes = this.kept.notes.map((one) =>
      one.id === note.id ? { ...one, comments: [...one.comments, text] } : one,
    );
    this.#change({ notes });
    track('comment_added');
    this.#tell(this.texts.toldComment);
  }

  mention(note: Note, name: string): void {
    const current = this.kept.notes.find(({ id }) => id === note.id) ?? note;
    this.write(note, {
      body: `${current.body}${current.body.endsWith('\n') || current.body === '' ? '' : ' '}@${name} `,
    });
    this.#draw();
    track('mention_sent');
    this.#tell(this.say('toldMention', { name }));
  }

  invite(email: string): void {
    if (this.kept.invited.includes(email)) return;
    this.#change({ invited: [...this.kept.invited, email] });
    track('member_invited', { role: 'editor' });
    this.#tell(this.say('toldInvited', { name: email }));
  }

  share(name: string): void {
    const folders = this.kept.folders.map((folder) =>
      folder.name === name ? { ...folder, shared: true } : folder,
    );
    this.#change({ folders });
    track('folder_shared', { folder: name });
    this.#tell(this.say('toldShared', { name }));
  }

  connectCalendar(): void {
    this.#change({ calendar: true });
    track('calendar_connected');
    this.#tell(this.texts.toldCalendar);
  }

  look(search: string): void {
    this.search = search;
    if (search !== '') track('search_done');
    this.#draw();
  }

  choose(chosen: 'light' | 'dark'): void {
    keepScheme(chosen);
    this.#draw();
  }

  get scheme(): 'light' | 'dark' {
    return scheme();
  }

  #change(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    keep(this.customer, this.kept);
    this.#draw();
  }
}
