import { expect, test } from 'vitest';
import { aChecklist, aStep } from '../testing/drafts.ts';
import { translationGroups } from './translation-rows.ts';

const was = aChecklist({
  title: { en: 'Start', ja: '始める' },
  steps: [aStep('a', { title: { en: 'Invite', ja: '招待' } }), aStep('b')],
});
const now = {
  ...was,
  body: { ...was.body, title: { en: 'Begin', ja: '始める' }, celebration: { en: 'Done' } },
};

test('texts stand by step, in the order of the editor, with what is open in the language', () => {
  const groups = translationGroups('checklist', now, was.body, 'ja');
  expect(groups.map(({ id, rows }) => [id, rows.map(({ path, open }) => [path, open])])).toEqual([
    [
      '',
      [
        ['title', 'outdated'],
        ['intro', undefined],
      ],
    ],
    [
      'steps.0',
      [
        ['steps.0.title', undefined],
        ['steps.0.body', undefined],
      ],
    ],
    [
      'steps.1',
      [
        ['steps.1.title', 'missing'],
        ['steps.1.body', undefined],
      ],
    ],
    ['', [['celebration', 'missing']]],
  ]);
});

test('before the first publication nothing is outdated, and without a second language nothing is open', () => {
  const open = (groups: ReturnType<typeof translationGroups>) =>
    groups.flatMap(({ rows }) => rows.map((row) => row.open));
  expect(open(translationGroups('checklist', now, undefined, 'ja'))).not.toContain('outdated');
  expect(new Set(open(translationGroups('checklist', now, was.body, undefined)))).toEqual(
    new Set([undefined]),
  );
});
