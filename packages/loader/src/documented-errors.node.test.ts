import { readFileSync } from 'node:fs';
import { EVENT_REFUSALS, PROBLEMS } from '@banso/contract';
import { expect, test } from 'vitest';

/** The codes of a table of docs/embedding.md, in their order. */
function codesUnder(head: string): string[] {
  const text = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8');
  const [rows = ''] = text.slice(text.indexOf(head)).split('\n\n');
  return [...rows.matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \|$/gm)].map(([, code]) => code ?? '');
}

test('the documentation says of every refusal of a fact what to do', () => {
  expect(codesUnder('| `code` of a fact |').toSorted()).toEqual(EVENT_REFUSALS.toSorted());
});

/** What cannot happen to a page that opens a session: it is about changes by members, or by other scripts. */
const ELSEWHERE = [
  'session_expired', // opened anew by itself, unseen
  'not_verified', // of what is known about a person
  'forbidden',
  'not_found',
  'conflict',
  'precondition_failed',
  'precondition_required',
  'unsupported_media_type',
  'idempotency_mismatch',
  'not_publishable',
  'approval_required',
];

test('the documentation says of every problem of a session what to do', () => {
  const here = Object.keys(PROBLEMS).filter((code) => !ELSEWHERE.includes(code));
  expect(codesUnder('| `code` of a session |').toSorted()).toEqual(here.toSorted());
});
