import { describe, expect, test } from 'vitest';
import { aChecklist, aResource, aStep, aSurvey } from '../testing/drafts.ts';
import { type Change, changesBetween } from './changes.ts';

const lines = (changes: readonly Change[]) =>
  changes.map((change) => {
    switch (change.type) {
      case 'text':
        return `${change.path} ${change.locale} ${change.words.map(({ type, text }) => (type === 'same' ? text : type === 'in' ? `+${text}+` : `-${text}-`)).join('')}`;
      case 'setting':
        return `${change.path} ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
      case 'moved':
        return `${change.path} moved`;
      default:
        return `${change.path} ${change.type} ${change.title['en']}`;
    }
  });

describe('changesBetween checklists', () => {
  const before = aChecklist({ title: { en: 'Start', ja: '始める' } }, { locales: ['en', 'ja'] });
  const changed = (body: Partial<typeof before.body>, more: Partial<typeof before> = {}) =>
    lines(changesBetween('checklist', before, { ...before, ...more, body: { ...before.body, ...body } }));

  test('are none between equal drafts', () => expect(changed({})).toEqual([]));

  test('name text changes by field and language', () => {
    expect(changed({ title: { en: 'Start here', ja: '始める' } })).toEqual(['title en Start+ here+']);
    expect(
      changed({ steps: before.body.steps.with(1, aStep('b', { title: { en: 'Step b', ja: '二' } })) }),
    ).toEqual(['steps.1.title ja +二+']);
  });

  test('follow steps by key: a moved step is not a changed one', () => {
    expect(changed({ steps: [aStep('c'), aStep('a'), aStep('b')] })).toEqual(['steps moved']);
  });

  test('name added and removed steps, not their texts', () => {
    expect(changed({ steps: [aStep('a'), aStep('x'), aStep('c')] })).toEqual([
      'steps.1 added Step x',
      'steps.1 removed Step b',
    ]);
  });

  test('compare the text of a step that moved because another came before it', () => {
    expect(
      changed({ steps: [aStep('x'), aStep('a', { title: { en: 'Step a, now' } }), aStep('b'), aStep('c')] }),
    ).toEqual(['steps.1.title en Step a+, now+', 'steps.0 added Step x']);
  });

  test('name settings with both values', () => {
    const event = {
      type: 'event',
      subject: 'contact',
      name: 'x',
      op: 'at_least',
      count: 1,
      withinDays: null,
    } as const;
    expect(
      changed({
        ordered: true,
        steps: before.body.steps.with(0, aStep('a', { dueInDays: 3, completeWhen: event })),
      }),
    ).toEqual([
      'ordered false → true',
      `steps.0.completeWhen null → ${JSON.stringify(event)}`,
      'steps.0.dueInDays null → 3',
    ]);
  });

  test('name a button that came and one that went', () => {
    const steps = before.body.steps.with(0, aStep('a', { action: { label: { en: 'Go' }, url: '/go' } }));
    expect(changed({ steps })).toEqual(['steps.0.action.label en +Go+', 'steps.0.action.url null → "/go"']);
    const back = changesBetween('checklist', { ...before, body: { ...before.body, steps } }, before);
    expect(lines(back)).toEqual(['steps.0.action.label en -Go-', 'steps.0.action.url "/go" → null']);
  });

  test('name delivery and languages, and ignore the order of keys', () => {
    const delivery = { ...before.delivery, pages: ['/a'], samplePercent: 20 };
    expect(changed({}, { delivery })).toEqual([
      'delivery.pages [] → ["/a"]',
      'delivery.samplePercent 100 → 20',
    ]);
    expect(changed({}, { locales: ['en', 'ja', 'ko'] })).toEqual(['locales ["en","ja"] → ["en","ja","ko"]']);
    const turned = Object.fromEntries(
      Object.entries(before.delivery).reverse(),
    ) as unknown as typeof before.delivery;
    expect(changed({}, { delivery: turned })).toEqual([]);
  });
});

test('changes between surveys: follow-ups that are switched off, and questions', () => {
  const before = aSurvey();
  const after = aSurvey({
    followUps: { detractor: null, passive: { en: 'What else?' }, promoter: null },
    questions: [
      ...before.body.questions,
      { key: 'q-1', type: 'text', text: { en: 'More?' }, required: false },
    ],
  });
  expect(lines(changesBetween('survey', before, after))).toEqual([
    'followUps.passive en +What else?+',
    'followUps.detractor en -Why?-',
    'questions.1 added More?',
  ]);
});

test('changes between resources: an optional value that is not there is like none', () => {
  expect(lines(changesBetween('resource', aResource({ url: undefined }), aResource()))).toEqual([]);
  expect(
    lines(
      changesBetween('resource', aResource(), aResource({ type: 'video', url: 'https://example.com/v' })),
    ),
  ).toEqual(['type "article" → "video"', 'url null → "https://example.com/v"']);
});
