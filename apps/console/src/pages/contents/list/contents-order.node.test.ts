import { expect, test } from 'vitest';
import { anId, aRecord } from '../testing/drafts.ts';
import { addressOf, ordered, reactionsOf, sortOf } from './contents-order.ts';

const counts = { shown: 0, opened: 7, answered: 3, completed: 0, dismissed: 0 };
const rows = [
  aRecord(undefined, { id: anId('chk', 1), name: 'Item 10', last30Days: { ...counts, shown: 5 } }),
  aRecord(undefined, { id: anId('chk', 2), name: 'item 9', last30Days: { ...counts, shown: 50 } }),
  aRecord(undefined, { id: anId('chk', 3), name: 'あ', last30Days: { ...counts, shown: 5 } }),
];
const names = (sort: string | undefined) => ordered(rows, sortOf(sort), 'en').map(({ name }) => name);

test('the order comes from the address, and goes back into it', () => {
  expect([sortOf('-shown'), sortOf('name'), sortOf('nothing'), sortOf(undefined)]).toEqual([
    { column: 'shown', direction: 'descending' },
    { column: 'name', direction: 'ascending' },
    undefined,
    undefined,
  ]);
  expect(addressOf({ column: 'shown', direction: 'descending' })).toBe('-shown');
});

test('rows are ordered as people count, equal ones stay', () => {
  expect(names(undefined)).toEqual(['Item 10', 'item 9', 'あ']);
  expect(names('name')).toEqual(['item 9', 'Item 10', 'あ']);
  expect(names('-shown')).toEqual(['item 9', 'Item 10', 'あ']);
});

test('what counts as a reaction depends on the kind', () => {
  expect([
    reactionsOf(rows[0]!),
    reactionsOf(aRecord(undefined, { id: anId('srv'), last30Days: counts })),
  ]).toEqual([7, 3]);
});
