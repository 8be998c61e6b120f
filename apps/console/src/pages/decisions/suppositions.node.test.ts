import { expect, test } from 'vitest';
import { changeOf } from './suppositions.ts';

test.each([
  {
    row: { of: 'plan', name: '', value: '7' },
    change: { fact: 'trait', subject: 'account', key: 'plan', value: '7' },
  },
  {
    row: { of: 'contact', name: ' seats ', value: '12' },
    change: { fact: 'trait', subject: 'contact', key: 'seats', value: 12 },
  },
  {
    row: { of: 'account', name: 'beta', value: 'true' },
    change: { fact: 'trait', subject: 'account', key: 'beta', value: true },
  },
  {
    row: { of: 'account', name: 'beta', value: ' ' },
    change: { fact: 'trait', subject: 'account', key: 'beta', value: null },
  },
  { row: { of: 'account', name: '', value: 'x' }, change: undefined },
  {
    row: { of: 'event', name: 'export', value: '-2' },
    change: { fact: 'event', subject: 'contact', name: 'export', count: 0 },
  },
  {
    row: { of: 'lastInterruptedAt', name: '', value: '' },
    change: { fact: 'lastInterruptedAt', value: null },
  },
  { row: { of: 'locale', name: '', value: 'ko' }, change: { fact: 'locale', value: 'ko' } },
  { row: { of: 'asking', name: '', value: 'less' }, change: { fact: 'asking', value: 'less' } },
  { row: { of: 'verified', name: '', value: 'false' }, change: { fact: 'verified', value: false } },
] as const)('$row.of $row.name = "$row.value"', ({ row, change }) => expect(changeOf(row)).toEqual(change));
