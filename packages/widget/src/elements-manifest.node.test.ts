import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeElements, manifestOf, typesOf } from '../build/elements-manifest.ts';

const SOURCES = new URL('./', import.meta.url);
const textsBelow = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, SOURCES))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, SOURCES), 'utf8'));

const elements = describeElements();
const named = (features: readonly { name: string }[]) => features.map(({ name }) => name).toSorted();
const find = (tag: string) => {
  const found = elements.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`${tag} is not in the manifest`);
  return found;
};

test('every element that is defined is in the manifest', () => {
  const ours = textsBelow('elements', '.ts').flatMap(
    (text) => / \* @internal\n \*\/\nexport class (\w+)/.exec(text)?.slice(1) ?? [],
  );
  const defined = textsBelow('elements', '.define.ts').flatMap((text) => {
    const [, tag, name = ''] = /customElements\.define\('([\w-]+)', (\w+)\)/.exec(text) ?? [];
    return ours.includes(name) ? [] : [tag];
  });
  expect(named(elements.map(({ tagName }) => ({ name: tagName })))).toEqual(defined.toSorted());
});

/** The public contract: names that other people's pages use. */
describe.each([
  { tag: 'banso-launcher', attributes: [], events: ['banso-toggle'], parts: ['base', 'launcher'] },
  { tag: 'banso-panel', attributes: ['start'], events: ['banso-close'], parts: ['base', 'panel'] },
  {
    tag: 'banso-checklist',
    attributes: ['content'],
    events: ['banso-step'],
    parts: ['base', 'panel'],
  },
  {
    tag: 'banso-survey',
    attributes: ['content'],
    events: ['banso-answer', 'banso-close'],
    parts: ['base', 'panel'],
  },
  {
    tag: 'banso-announcement',
    attributes: ['content'],
    events: ['banso-close'],
    parts: ['banner', 'base', 'panel'],
  },
  { tag: 'banso-messages', attributes: [], events: [], parts: ['base', 'panel'] },
  {
    tag: 'banso-preferences',
    attributes: [],
    events: ['banso-preference'],
    parts: ['base', 'panel'],
  },
  { tag: 'banso-resources', attributes: ['reading'], events: ['banso-read'], parts: ['base', 'panel'] },
])('$tag', ({ tag, attributes, events, parts }) => {
  const element = find(tag);

  test('has its attributes, with a property of each', () => {
    expect(named(element.attributes)).toEqual(expect.arrayContaining([...attributes, 'side', 'theme']));
    expect(named(element.members)).toEqual(expect.arrayContaining(attributes));
    for (const { description, type } of element.attributes)
      expect([description, type]).not.toContain(undefined);
  });

  test('has its events, with what they carry', () => {
    expect(named(element.events)).toEqual(expect.arrayContaining(events));
    for (const { description, type } of element.events) {
      expect(description).toBeTruthy();
      expect(type?.text).toMatch(/^CustomEvent(<\{.*\}>)?$/);
    }
  });

  test('has its parts', () => expect(named(element.cssParts)).toEqual(parts));

  test('hides what is ours', () => {
    for (const { name } of [...element.members, ...element.attributes])
      expect(name).not.toMatch(/^(#|_|controller|embedded|news|chosen|renderRoot|hasUpdated|draw|source)/);
  });
});

test('every custom property that a sheet reads is in the manifest of every element, with its words', () => {
  const read = new Set(
    textsBelow('styles', '.ts').flatMap((text) => text.match(/--banso-[a-z]+(-[a-z]+)*/g) ?? []),
  );
  for (const { tagName, cssProperties } of elements) {
    expect(named(cssProperties), tagName).toEqual([...read].toSorted());
    for (const { description } of cssProperties) expect(description).toBeTruthy();
  }
});

test('every event that an element fires is in the manifest', () => {
  const fired = new Set(
    textsBelow('elements', '.ts').flatMap((text) =>
      [...text.matchAll(/\bfire\([^,]+, '([\w-]+)'/g)].map(([, name]) => name),
    ),
  );
  const told = new Set(elements.flatMap(({ events }) => named(events)));
  expect([...fired].filter((name) => !told.has(name ?? ''))).toEqual([]);
});

test('the manifest names a module that the package has, and the types hold what the manifest does', () => {
  const { modules } = manifestOf(elements) as { modules: { path: string; exports: { name: string }[] }[] };
  expect(modules.map(({ path }) => path)).toEqual(['dist/runtime.js']);
  const types = typesOf(elements);
  for (const { tagName, name } of elements) expect(types).toContain(`'${tagName}': ${name};`);
  expect(types).not.toMatch(/unknown|: ;|: $/m);
});
