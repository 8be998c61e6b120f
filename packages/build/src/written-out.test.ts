import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withWriteOut } from './written-out.ts';

const contract = (path: string) => fileURLToPath(new URL(`../../contract/${path}`, import.meta.url));

/** Declarations of a module of the contract. */
function declared(module: string): string {
  let text = '';
  withWriteOut(contract('tsconfig.json'), (writeOut) => (text = writeOut(contract(`src/${module}`))));
  return text;
}

describe('withWriteOut', () => {
  test('says in plain types what schemas say', () => {
    const text = declared('widget-api.ts');
    expect(text).toMatch(/^export type Theme = \{ accent\?: string \| undefined;/m);
    expect(text).toMatch(/^export type SyncResponse = \{.*accepted: string\[\];/m);
    expect(text).not.toMatch(/\bz\.|infer|typeof|import/);
  });

  test('refuses what it cannot say: a name that stands for others', () => {
    expect(() => declared('common.ts')).toThrow(/Page cannot be written out/);
  });
});
