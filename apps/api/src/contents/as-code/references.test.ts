import { CONTENT_KINDS } from '@banso/domain/content';
import { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { KINDS } from '../kinds.ts';
import { idsIn, ownIdsIn, withIds, withNames } from './references.ts';

const id = (prefix: string) => `${prefix}_0192f0c1-0000-7000-8000-000000000001`;
const REFERRING = [
  { type: 'content', contentId: id('chk') },
  { type: 'answer', surveyId: id('srv') },
  { type: 'segment', segmentId: id('seg') },
];
const find = {
  byName: (name: string) =>
    ({ 'checklists/a': id('chk'), 'surveys/a': id('srv'), 'segments/a': id('seg'), 'themes/a': id('thm') })[
      name
    ],
  hasId: () => false,
};
const nameOf = (of: string) =>
  ({
    [id('chk')]: 'checklists/a',
    [id('srv')]: 'surveys/a',
    [id('seg')]: 'segments/a',
    [id('thm')]: 'themes/a',
  })[of];

test.each(CONTENT_KINDS)('no field of a %s holds an id but those that files name', (kind) => {
  const schema = JSON.stringify(
    z.toJSONSchema(KINDS[kind].schemas.Draft, { io: 'input', unrepresentable: 'any' }),
  );
  const fields = new Set([...schema.matchAll(/"(\w*[iI]ds?)":/g)].map(([, field]) => field));
  expect([...fields].toSorted()).toEqual(['contentId', 'ids', 'segmentId', 'surveyId', 'themeId']);
});

test('every reference goes out by name and comes in by id, wherever it stands', () => {
  const draft = {
    delivery: { audience: { type: 'any', of: REFERRING }, themeId: id('thm') },
    steps: [{ visibleWhen: REFERRING[2] }],
    variants: { b: { steps: [{ visibleWhen: REFERRING[1] }] } },
  };
  expect(idsIn(draft)).toEqual([id('thm'), id('chk'), id('srv'), id('seg')]);
  const out = withNames(draft, nameOf);
  expect(out.lost).toEqual([]);
  expect(JSON.stringify(out.value)).not.toContain('_0192');
  expect(withIds(out.value, find)).toEqual({ value: draft, lost: [] });
});

test('a name of another kind, of nothing, and a foreign id lead nowhere', () => {
  const { lost } = withIds(
    [
      { type: 'answer', survey: 'checklists/a' },
      { type: 'segment', segment: 'segments/b' },
      { type: 'content', content: 'segments/a' },
      { type: 'segment', segmentId: id('seg') },
      { type: 'constructor', contentId: id('chk') },
    ],
    find,
  );
  expect(lost.map(({ path, outside }) => [path.join('.'), outside !== undefined])).toEqual([
    ['0.survey', true],
    ['1.segment', false],
    ['2.content', true],
    ['3.segmentId', false],
  ]);
});

test('ids of ours are told from those of the product', () => {
  const ids = ['kenji', id('con'), 'con_1', id('acc'), id('srv')];
  const found = ownIdsIn({ of: [{ type: 'list', subject: 'contact', ids }] });
  expect(found.map(({ path }) => path.join('.'))).toEqual(['of.0.ids.1', 'of.0.ids.3']);
});
