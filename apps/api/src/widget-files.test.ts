import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isImmutable, keepWidgetFiles } from './widget-files.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'banso-kept-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A release as it was built: what it serves, by path. */
function release(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
}
const kept = () => join(folder, 'data/widget');
const inFolder = () =>
  readdirSync(kept(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();

describe('isImmutable', () => {
  test.each([
    { path: 'runtime-Df19Je1t.js', is: true, because: 'its name carries what is in it' },
    { path: '1.2.0-0a1b2c3d/banso.js', is: true, because: 'its folder is a release' },
    { path: '1.2.0-0a1b2c3d/integrity.json', is: true, because: 'it says what that release is' },
    { path: 'banso.js', is: false, because: 'it is always the newest' },
    { path: 'runtime.js', is: false, because: 'it leads to the newest' },
    { path: 'integrity.json', is: false, because: 'it names the newest' },
    { path: 'provenance/widget.json', is: false, because: 'it is about the newest' },
  ])('$path: $is, since $because', ({ path, is }) => expect(isImmutable(path)).toBe(is));
});

describe('keepWidgetFiles', () => {
  test('keeps what each release serves for ever, and nothing that changes with the next', async () => {
    const first = release('first', {
      'banso.js': 'newest 1',
      '1.0.0-aaaaaaaa/banso.js': 'loader 1',
      'runtime-AAAAAAAA.js': 'runtime 1',
    });
    const second = release('second', {
      'banso.js': 'newest 2',
      '1.1.0-bbbbbbbb/banso.js': 'loader 2',
      'runtime-BBBBBBBB.js': 'runtime 2',
    });
    await keepWidgetFiles([first], kept());
    await keepWidgetFiles([second, join(folder, 'none')], kept());
    expect(inFolder()).toEqual(['banso.js', 'banso.js', 'runtime-AAAAAAAA.js', 'runtime-BBBBBBBB.js']);
    expect(readFileSync(join(kept(), '1.0.0-aaaaaaaa/banso.js'), 'utf8')).toBe('loader 1');
  });

  test('leaves alone what is there, whatever comes under its name, and two at once do not meet', async () => {
    const first = release('first', { 'runtime-AAAAAAAA.js': 'runtime 1' });
    const other = release('other', { 'runtime-AAAAAAAA.js': 'something else' });
    await Promise.all([keepWidgetFiles([first], kept()), keepWidgetFiles([first], kept())]);
    await keepWidgetFiles([other], kept());
    expect(inFolder()).toEqual(['runtime-AAAAAAAA.js']);
    expect(readFileSync(join(kept(), 'runtime-AAAAAAAA.js'), 'utf8')).toBe('runtime 1');
  });
});
