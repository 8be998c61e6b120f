import type { event } from '@banso/contract';

/** A fact and the person it belongs to. */
export interface OutboxRow {
  who: string;
  fact: event.Event;
}

/** A row on the disk of this device; `seq` grows in the order of storing, over all tabs. */
export interface StoredRow extends OutboxRow {
  seq: number;
}

/** Where facts survive a reload. Every call rejects when the browser refuses storage. */
export interface OutboxStore {
  /** Resolves with the row's place once it is stored. */
  add(row: OutboxRow): Promise<number>;
  /** In the order of storing. */
  list(): Promise<StoredRow[]>;
  remove(seqs: readonly number[]): Promise<void>;
  close(): void;
}

const TABLE = 'rows';
/** Some browsers never answer when the disk is in trouble. */
const PATIENCE_MS = 2_000;

/** A store in IndexedDB, opened at first use. */
export function indexedDbStore(name: string): OutboxStore {
  let opening: Promise<IDBDatabase> | undefined;
  let hangs = false;

  function open(): Promise<IDBDatabase> {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(TABLE, { keyPath: 'seq', autoIncrement: true });
      request.onerror = () => reject(request.error ?? new Error('refused'));
      request.onsuccess = () => {
        // Another tab wants to delete it: consent was withdrawn.
        request.result.onversionchange = close;
        request.result.onclose = close;
        resolve(request.result);
      };
    });
    opening.catch(close);
    return opening;
  }

  function close(): void {
    void opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    opening = undefined;
  }

  function inTime<T>(work: () => Promise<T>): Promise<T> {
    if (hangs) return Promise.reject(new Error('does not answer'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        hangs = true; // one wait is enough
        reject(new Error('does not answer'));
      }, PATIENCE_MS);
      void work()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  async function use<T>(
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T> {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request?.result as T);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'));
    });
  }

  return {
    add: (row) => inTime(() => use('readwrite', (table) => table.add(row) as IDBRequest<number>)),
    list: () => inTime(() => use('readonly', (table) => table.getAll() as IDBRequest<StoredRow[]>)),
    remove: (seqs) =>
      inTime(() =>
        use<void>('readwrite', (table) => {
          for (const seq of seqs) table.delete(seq);
          return undefined;
        }),
      ),
    close,
  };
}
