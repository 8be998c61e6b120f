import { content } from '@banso/contract';
import type { Condition } from '@banso/domain/targeting';
import { describe, expect, test } from 'vitest';
import { aChecklist, aStep, aSurvey } from '../testing/drafts.ts';
import type { Draft } from './content-draft.ts';
import { draftProblems, problemAt, storingProblems } from './draft-problems.ts';

const schema = content.checklist.Draft;
const words = (draft: Draft<'checklist'>) =>
  draftProblems('checklist', draft, schema).map(({ path, code, stops }) => `${path} ${code} (${stops})`);
const audience = (condition: Condition) => {
  const draft = aChecklist();
  return words({ ...draft, delivery: { ...draft.delivery, audience: condition } });
};

describe('draftProblems', () => {
  test('are none of a draft that is ready', () => expect(words(aChecklist())).toEqual([]));

  test('point at the text of the default language, and at translations apart', () => {
    const draft = aChecklist({ steps: [aStep('a', { title: { ja: '一' } })] }, { locales: ['en', 'ja'] });
    expect(words(draft)).toEqual([
      'steps.0.title.en text_missing (publishing)',
      'title.ja translation_missing (translation)',
    ]);
  });

  test('say what could not even be stored, once, at its field', () => {
    const draft = aChecklist({ title: { en: 'x'.repeat(20_001) } });
    expect(words(draft)).toEqual(['title.en too_long (storing)']);
    expect(storingProblems(schema, aChecklist({ steps: [aStep('a', { dueInDays: -1 })] }))).toEqual([
      { path: 'steps.0.dueInDays', code: 'invalid', stops: 'storing' },
    ]);
  });

  test.each<{ name: string; condition: Condition; problem: string }>([
    {
      name: 'an event without a name',
      condition: {
        type: 'all',
        of: [{ type: 'event', subject: 'contact', name: '', op: 'at_least', count: 1, withinDays: null }],
      },
      problem: 'delivery.audience.of.0.name empty (storing)',
    },
    {
      name: 'the same in a negation',
      condition: {
        type: 'any',
        of: [{ type: 'not', of: { type: 'trait', subject: 'account', key: '', op: 'is', value: 'x' } }],
      },
      problem: 'delivery.audience.of.0.of.key empty (storing)',
    },
    {
      name: 'no language',
      condition: { type: 'all', of: [{ type: 'locale', in: [] }] },
      problem: 'delivery.audience.of.0.in empty (storing)',
    },
    {
      name: 'a trait without a value',
      condition: {
        type: 'all',
        of: [{ type: 'trait', subject: 'account', key: 'plan', op: 'is', value: '' }],
      },
      problem: 'delivery.audience.of.0.value value_missing (publishing)',
    },
    {
      name: 'nobody',
      condition: { type: 'any', of: [] },
      problem: 'delivery.audience audience_never_matches (publishing)',
    },
  ])('point into conditions: $name', ({ condition, problem }) => {
    expect(audience(condition)).toContain(problem);
  });

  test('point into the condition of a step', () => {
    const completeWhen: Condition = {
      type: 'event',
      subject: 'contact',
      name: '',
      op: 'at_least',
      count: 1,
      withinDays: null,
    };
    expect(words(aChecklist({ steps: [aStep('a', { completeWhen })] }))).toEqual([
      'steps.0.completeWhen.name empty (storing)',
    ]);
  });

  test('of a survey', () => {
    expect(
      draftProblems(
        'survey',
        aSurvey({ followUps: { detractor: {}, passive: null, promoter: null } }),
        content.survey.Draft,
      ),
    ).toEqual([{ path: 'followUps.detractor.en', code: 'text_missing', stops: 'publishing' }]);
  });
});

test('problemAt finds the problem of a field and of what it holds, but not of a translation beside it', () => {
  const problems = [
    { path: 'title.ja', code: 'translation_missing', stops: 'translation' },
    { path: 'tags.3', code: 'too_long', stops: 'storing' },
  ] as const;
  expect([
    problemAt(problems, 'tags')?.code,
    problemAt(problems, 'title'),
    problemAt(problems, 'title.ja')?.code,
  ]).toEqual(['too_long', undefined, 'translation_missing']);
});
