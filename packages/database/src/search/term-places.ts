import type { WantedTerm } from '@banso/domain/text';
import { sql } from 'kysely';
import type { Db, SearchSource } from '../tables.ts';
import { unpackPlaces } from './packed-places.ts';

/** Blocks that are unpacked of a term at first; each further time four times as many. */
const BLOCKS_AT_FIRST = 4;

/** A block of one term, which another one may follow. */
interface Block {
  place: number;
  places: string;
  /** Its places are before this one. */
  end: number;
}

/** Where a term stands, read from the newest place back as far as it is needed. */
export class TermPlaces {
  readonly #wanted: WantedTerm;
  readonly #upTo: number;
  readonly #places = new Set<number>();
  /** Blocks that were read and not unpacked, those that end last first. */
  #packed: Block[] = [];
  #blocks = BLOCKS_AT_FIRST;
  /** Blocks that begin here or later were read. */
  #readFrom = Number.POSITIVE_INFINITY;
  /** All places from here on are known; `-Infinity`: every one is. */
  reach = Number.POSITIVE_INFINITY;

  /** @param upTo - The newest place that is asked for. */
  constructor(wanted: WantedTerm, upTo: number) {
    this.#wanted = wanted;
    this.#upTo = upTo;
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

  /** Looks further back. */
  async readOn(db: Db, workspaceId: string, source: SearchSource): Promise<void> {
    if (this.isWhole) return;
    if (this.#packed.length === 0) await this.#readBlocks(db, workspaceId, source);
    // before the last block of each term is known, nothing is
    const last = this.#packed.findLastIndex(({ end }) => end === Number.POSITIVE_INFINITY) + 1;
    for (const { place, places } of this.#packed.splice(0, Math.max(last, this.#blocks)))
      this.#add(unpackPlaces(place, places));
    this.reach = this.#packed[0]?.end ?? this.#readFrom;
    this.#blocks *= 4;
  }

  #add(places: readonly number[]): void {
    for (const place of places) if (place <= this.#upTo) this.#places.add(place);
  }

  /** Reads the next blocks of a term, or all blocks of the terms that begin with it, which lie in no order of time together. */
  async #readBlocks(db: Db, workspaceId: string, source: SearchSource): Promise<void> {
    const rows = await this.#read(db, workspaceId, source);
    this.#add(rows.filter(({ places }) => places === null).map(({ place }) => Number(place)));
    const ends = new Map<string, number>();
    const blocks = rows
      .flatMap(({ term, place, places }) => (places === null ? [] : [{ term, places, place: Number(place) }]))
      .toSorted((a, b) => b.place - a.place)
      .map(({ term, ...block }) => {
        const end = ends.get(term) ?? this.#readFrom;
        ends.set(term, block.place);
        return { ...block, end };
      });
    this.#packed = blocks.toSorted((a, b) => (a.end === b.end ? 0 : b.end - a.end));
    const mayGoOnBefore = this.#wanted.isPrefix ? undefined : blocks[this.#blocks - 1];
    this.#readFrom = mayGoOnBefore?.place ?? Number.NEGATIVE_INFINITY;
  }

  /** The first time in the same round trip with the places that are in no block yet. */
  #read(db: Db, workspaceId: string, source: SearchSource) {
    const older = this.#selected(db, 'search_block', workspaceId, source)
      .select((eb) => ['term', 'place', eb.ref('places').$castTo<string | null>().as('places')])
      .where('place', '<=', Math.min(this.#upTo, this.#readFrom - 1))
      .$if(!this.#wanted.isPrefix, (query) => query.orderBy('place', 'desc').limit(this.#blocks));
    if (this.#readFrom !== Number.POSITIVE_INFINITY) return older.execute();
    const recent = this.#selected(db, 'search_recent', workspaceId, source)
      .select(['term', 'place', sql<string | null>`null`.as('places')])
      .where('place', '>=', 0)
      .where('place', '<=', this.#upTo);
    return db.selectFrom(older.as('older')).select(['term', 'place', 'places']).unionAll(recent).execute();
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
