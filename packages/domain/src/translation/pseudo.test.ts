import { expect, test } from 'vitest';
import { anAnnouncement } from '../testing/bodies.ts';
import { aChecklist, aStep } from '../testing/checklists.ts';
import { pseudoBody } from './pseudo.ts';

test('every text of the language is replaced, Markdown where it is written, and nothing else', () => {
  const body = aChecklist([aStep('a', { title: { en: 'Add', ja: '追加' }, body: { en: '- *One*' } })]);
  const [step] = pseudoBody('checklist', body, 'en', 'ltr').steps;
  expect(step?.title).toEqual({ en: '⟦Åðð öñé⟧', ja: '追加' });
  expect(step?.body).toEqual({ en: '- ⟦*Öñé* öñé⟧' });
  expect(body.steps[0]?.title['en']).toBe('Add');
});

test('a text that is missing in the language is what its readers see instead', () => {
  const { title, body } = pseudoBody(
    'announcement',
    anAnnouncement({ title: { ja: '新機能' }, body: {} }),
    'en',
    'ltr',
  );
  expect(title['en']).toBe('⟦新機能 öñé⟧');
  expect(body).toEqual({});
});
