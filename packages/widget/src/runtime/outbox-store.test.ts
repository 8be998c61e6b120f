import { afterEach, expect, test } from 'vitest';
import { indexedDbStore } from './outbox-store.ts';
import type { OutboxRow } from './outbox-store.ts';

const NAME = 'banso:test:pending';
const row = (name: string): OutboxRow => ({
  who: 'u',
  fact: { id: crypto.randomUUID(), at: '2026-01-05T10:00:00.000Z', type: 'track', name },
});
const names = async (store = indexedDbStore(NAME)) => {
  const rows = await store.list();
  store.close();
  return rows.map(({ fact }) => (fact.type === 'track' ? fact.name : ''));
};

afterEach(async () => {
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve));
});

test('rows outlive their page, in the order in which two tabs stored them', async () => {
  const [one, two] = [indexedDbStore(NAME), indexedDbStore(NAME)];
  const first = await one.add(row('a'));
  await two.add(row('b'));
  await one.add(row('c'));
  one.close();
  two.close();
  expect(await names()).toEqual(['a', 'b', 'c']);
  const later = indexedDbStore(NAME);
  await later.remove([first]);
  later.close();
  expect(await names()).toEqual(['b', 'c']);
});

test('a database that is taken away under it is made anew', async () => {
  const store = indexedDbStore(NAME);
  await store.add(row('gone'));
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve));
  await store.add(row('new'));
  store.close();
  expect(await names()).toEqual(['new']);
});

test('what cannot be stored is refused, not lost in silence', async () => {
  const store = indexedDbStore(NAME);
  const strange: OutboxRow = { who: 'u', fact: { ...row('x').fact, at: (() => 1) as never } };
  await expect(store.add(strange)).rejects.toThrow();
  store.close();
});
