import type { WantedTerm } from '@banso/domain/text';
import { sql } from 'kysely';
import type { Db, SearchSource } from '../tables.ts';
import { unpackPlaces } from './packed-places.ts';

/** Blocks that are read of a term at first; each further time four times as many. */
const BLOCKS_AT_FIRST = 4;

/** Where a term stands, read from the newest place back as far as it is needed. */
export class TermPlaces {
  readonly #wanted: WantedTerm;
  readonly #upTo: number;
  readonly #places = new Set<number>();
  #blocks = BLOCKS_AT_FIRST;
  #next: number;
  /** All places from here on are known; `-Infinity`: every one is. */
  reach = Number.POSITIVE_INFINITY;

  /** @param upTo - The newest place that is asked for. */
  constructor(wanted: WantedTerm, upTo: number) {
    this.#wanted = wanted;
    this.#upTo = upTo;
    this.#next = upTo;
  }

  /** Every place is known. */
  get isWhole(): boolean {
    return this.reach === Number.NEGATIVE_INFINITY;
  }

  /** The term stands there; undefined: that is not known. */
  has(place: number): boolean | undefined {
    return place >= this.reach ? this.#places.has(place) : undefined;
  }

  /** The places that are known, the newest first. */
  newestFirst(): number[] {
    return [...this.#places].filter((place) => place >= this.reach).toSorted((a, b) => b - a);
  }

  /** Reads further back. */
  async readOn(db: Db, workspaceId: string, source: SearchSource): Promise<void> {
    if (this.isWhole) return;
    const rows = await this.#read(db, workspaceId, source);
    for (const { place, places } of rows)
      for (const each of places === null ? [Number(place)] : unpackPlaces(Number(place), places))
        if (each <= this.#upTo) this.#places.add(each);
    const blocks = rows.filter(({ places }) => places !== null);
    const last = blocks.reduce(
      (least, { place }) => Math.min(least, Number(place)),
      Number.POSITIVE_INFINITY,
    );
    const isWhole = this.#wanted.isPrefix || blocks.length < this.#blocks;
    this.reach = isWhole ? Number.NEGATIVE_INFINITY : last;
    this.#next = last - 1;
    this.#blocks *= 4;
  }

  /** The next blocks; the first time in the same round trip with the places that are in no block yet. */
  #read(db: Db, workspaceId: string, source: SearchSource) {
    const older = this.#selected(db, 'search_block', workspaceId, source)
      .select((eb) => ['place', eb.ref('places').$castTo<string | null>().as('places')])
      .where('place', '<=', this.#next)
      .orderBy('place', 'desc')
      // the blocks of many terms lie in no order of time together: they are read as a whole
      .$if(!this.#wanted.isPrefix, (query) => query.limit(this.#blocks));
    if (this.reach !== Number.POSITIVE_INFINITY) return older.execute();
    const recent = this.#selected(db, 'search_recent', workspaceId, source)
      .select(['place', sql<string | null>`null`.as('places')])
      .where('place', '>=', 0)
      .where('place', '<=', this.#upTo);
    return db.selectFrom(older.as('older')).select(['place', 'places']).unionAll(recent).execute();
  }

  #selected(db: Db, table: 'search_block' | 'search_recent', workspaceId: string, source: SearchSource) {
    const { term, isPrefix } = this.#wanted;
    const query = db
      // both have what is asked of them here under the same names
      .selectFrom(table as 'search_block')
      .where('workspace_id', '=', workspaceId)
      .where('source', '=', source);
    return isPrefix
      ? query.where('term', '>=', term).where('term', '<', `${term}\u{10ffff}`)
      : query.where('term', '=', term);
  }
}

/**
 * Places at which all of these terms may stand, the newest first, in portions that grow. Where a term is not known well enough,
 * a place is told all the same: who asks looks at the text.
 */
export async function* placesOf(
  db: Db,
  workspaceId: string,
  source: SearchSource,
  wanted: readonly WantedTerm[],
  upTo: number,
): AsyncGenerator<number[]> {
  const terms = wanted.map((each) => new TermPlaces(each, upTo));
  let told = Number.POSITIVE_INFINITY;
  for (;;) {
    for (const term of terms) await term.readOn(db, workspaceId, source);
    const rarest = terms.reduce((least, term) => (term.reach < least.reach ? term : least));
    const isEnough = rarest.isWhole;
    const floor = isEnough ? rarest.reach : Math.max(...terms.map(({ reach }) => reach));
    const found = rarest
      .newestFirst()
      .filter((place) => place >= floor && place < told && terms.every((term) => term.has(place) !== false));
    for (let from = 0, size = 32; from < found.length; from += size, size = Math.min(size * 2, 512))
      yield found.slice(from, from + size);
    if (isEnough) return;
    told = floor;
  }
}
