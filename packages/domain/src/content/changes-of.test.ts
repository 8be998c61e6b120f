import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDelivery } from '../decide/defaults.ts';
import { aChoiceQuestion, anAnnouncement, aResource, aScaleQuestion, aSurvey } from '../testing/bodies.ts';
import { aChecklist, aStep, someChecklist } from '../testing/checklists.ts';
import { aCondition } from '../testing/conditions.ts';
import { someSurvey } from '../testing/surveys.ts';
import { changesOf, type ComparedDraft, type DraftChange } from './changes-of.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import type { LocalizedText } from './localized.ts';
import { sameValue } from './same-value.ts';

const aDraft = <K extends ContentKind>(
  kind: K,
  body: ComparedDraft<K>['body'],
  over: Partial<ComparedDraft<K>> = {},
): ComparedDraft<K> => ({
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  delivery: defaultDelivery(kind),
  body,
  ...over,
});

const line = (change: DraftChange): string => {
  switch (change.type) {
    case 'text':
      return `${change.path} ${change.locale}: ${change.from} → ${change.to}`;
    case 'setting':
      return `${change.path}: ${JSON.stringify(change.from)} → ${JSON.stringify(change.to)}`;
    case 'moved':
      return `${change.path} moved: ${change.title['en']} ${change.from} → ${change.to}`;
    case 'part_added':
    case 'part_removed':
      return `${change.path} ${change.type}: ${change.part.type}`;
    default:
      return `${change.path} ${change.type}: ${change.title['en']}`;
  }
};

describe('changes of a checklist', () => {
  const before = aDraft('checklist', aChecklist([aStep('a'), aStep('b'), aStep('c')]));
  const changed = (body: Partial<typeof before.body>, more: Partial<typeof before> = {}) =>
    changesOf(before, { ...before, ...more, body: { ...before.body, ...body } }).map(line);

  test('are none between equal drafts', () => expect(changed({})).toEqual([]));

  test('name a text by field and language, with both wordings', () => {
    expect(changed({ title: { en: 'Start here', ja: '始める' } })).toEqual([
      'title en: Getting started → Start here',
      'title ja:  → 始める',
    ]);
    expect(changed({ title: { en: ' Getting started ' } })).toEqual([]);
  });

  test('leave out the texts of a language that was taken away', () => {
    const both = { ...before, body: { ...before.body, title: { en: 'Start', ja: '始める' } } };
    const one = { ...both, locales: ['en'], body: { ...both.body, title: { en: 'Start' } } };
    expect(changesOf(both, one).map(line)).toEqual(['locales: ["en","ja"] → ["en"]']);
  });

  test('follow steps by key: only the one that went elsewhere has moved', () => {
    expect(changed({ steps: [aStep('c'), aStep('a'), aStep('b')] })).toEqual(['steps.0 moved: Step c 2 → 0']);
  });

  test('name what came and what went, and not what is inside', () => {
    expect(changed({ steps: [aStep('a'), aStep('x', { dueInDays: 3 }), aStep('c')] })).toEqual([
      'steps.1 added: Step x',
      'steps.1 removed: Step b',
    ]);
  });

  test('look into a step that stands elsewhere because another came before it', () => {
    const steps = [aStep('x'), aStep('a', { title: { en: 'Step a, now' } }), aStep('b'), aStep('c')];
    expect(changed({ steps })).toEqual(['steps.1.title en: Step a → Step a, now', 'steps.0 added: Step x']);
  });

  test('name a button that came and one that went', () => {
    const steps = before.body.steps.with(0, aStep('a', { action: { label: { en: 'Go' }, url: '/go' } }));
    const after = { ...before, body: { ...before.body, steps } };
    expect(changesOf(before, after).map(line)).toEqual([
      'steps.0.action.label en:  → Go',
      'steps.0.action.url: null → "/go"',
    ]);
    expect(changesOf(after, before).map(line)).toEqual([
      'steps.0.action.label en: Go → ',
      'steps.0.action.url: "/go" → null',
    ]);
  });

  test('name the delivery, and parts of an audience one by one', () => {
    const ja = { type: 'locale', in: ['ja'] } as const;
    const pro = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' } as const;
    const aimed = (of: readonly (typeof ja | typeof pro)[], more: Partial<Delivery> = {}) => ({
      ...before,
      delivery: { ...before.delivery, ...more, audience: { type: 'all', of } as const },
    });
    expect(changesOf(aimed([ja]), aimed([pro], { delaySeconds: 10 })).map(line)).toEqual(
      expect.arrayContaining([
        'delivery.audience part_removed: locale',
        'delivery.audience part_added: trait',
        'delivery.delaySeconds: 5 → 10',
      ]),
    );
    expect(changesOf(aimed([ja, pro]), aimed([pro, ja])).map(({ type }) => type)).toEqual(['setting']);
    expect(changesOf(aimed([]), aimed([], { trigger: { idleSeconds: 5 } })).map(line)).toEqual([
      'delivery.trigger.idleSeconds: null → 5',
    ]);
  });

  test('do not depend on the order of fields', () => {
    const turned = Object.fromEntries(Object.entries(before.delivery).toReversed()) as unknown as Delivery;
    expect(changed({}, { delivery: turned })).toEqual([]);
  });
});

test('changes of a survey: options by key, what must be answered, follow-ups that are switched', () => {
  const choice = aChoiceQuestion('why');
  const before = aDraft('survey', aSurvey({ questions: [aScaleQuestion('score', 'nps'), choice] }));
  const [a, b] = [choice.options[0], choice.options[1]].filter((option) => option !== undefined);
  const options = [b, a, { key: 'd', text: { en: 'Option d' } }].filter((option) => option !== undefined);
  const after = aDraft(
    'survey',
    aSurvey({
      questions: [aScaleQuestion('score', 'nps', { required: true }), { ...choice, options }],
      followUps: { detractor: null, passive: {}, promoter: null },
    }),
  );
  expect(changesOf(before, after).map(line)).toEqual([
    'questions.0.required: false → true',
    'questions.1.options.2 added: Option d',
    'questions.1.options.2 removed: Option c',
    'questions.1.options.1 moved: Option a 0 → 1',
    'followUps.detractor en: What would have to change? → ',
    'followUps.passive: null → {}',
  ]);
});

test('changes of what has no list', () => {
  const guide = aDraft('resource', aResource());
  expect(changesOf(guide, { ...guide, body: { ...guide.body, url: undefined } })).toEqual([]);
  expect(changesOf(guide, { ...guide, body: { ...guide.body, tags: ['a'] } }).map(line)).toEqual([
    'tags: [] → ["a"]',
  ]);
  const news = aDraft('announcement', anAnnouncement());
  expect(changesOf(news, { ...news, body: { ...news.body, mode: 'banner' } }).map(line)).toEqual([
    'mode: "badge" → "banner"',
  ]);
});

/** What customers get of a draft: without blanks around texts, fields that hold nothing, and rules that are none. */
function canonical(value: unknown, name = ''): unknown {
  if (Array.isArray(value))
    return name === 'next' && value.length === 0 ? undefined : value.map((each) => canonical(each));
  if (typeof value === 'string') return TAGS.includes(name) ? value.trim() || undefined : value;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).flatMap(([field, inner]) => {
    const kept = canonical(inner, field);
    return kept === undefined ? [] : [[field, kept] as const];
  });
  return name === 'trigger' && entries.length === 0 ? undefined : Object.fromEntries(entries);
}
const TAGS = ['en', 'ja'];

describe('changes of any two drafts', () => {
  const someText: fc.Arbitrary<LocalizedText> = fc.record(
    { en: fc.constantFrom('a', ' a', 'b', ''), ja: fc.constantFrom('あ', '', ' ') },
    { requiredKeys: [] },
  );
  const someDelivery: fc.Arbitrary<Delivery> = fc
    .record({
      audience: fc.oneof(
        fc.record({ type: fc.constant('all' as const), of: fc.array(aCondition, { maxLength: 2 }) }),
        aCondition,
      ),
      delaySeconds: fc.constantFrom(0, 5),
      trigger: fc.constantFrom(undefined, {}, { idleSeconds: 5 }),
      startsAt: fc.constantFrom(undefined, '2026-01-05T10:00:00.000Z'),
    })
    .map((over) => ({ ...defaultDelivery('survey'), ...over }));
  const someLocales = fc.constantFrom(['en'], ['en', 'ja'], ['ja', 'en']);
  const around = { defaultLocale: fc.constantFrom('en', 'ja'), locales: someLocales, delivery: someDelivery };

  const checklists = fc.record({
    ...around,
    body: fc
      .tuple(someChecklist, someText, fc.array(fc.tuple(someText, fc.boolean()), { maxLength: 5 }), fc.nat(4))
      .map(([body, title, texts, turn]) => ({
        ...body,
        title,
        steps: [...body.steps.slice(turn), ...body.steps.slice(0, turn)].map((step, index) => ({
          ...step,
          title: texts[index]?.[0] ?? step.title,
          action: texts[index]?.[1] ? { label: texts[index][0], url: '' } : null,
        })),
      })),
  });
  const surveys = fc.record({ ...around, body: someSurvey });

  const agree = <K extends ContentKind>(before: ComparedDraft<K>, after: ComparedDraft<K>) => {
    const isTold = changesOf(before, after).length > 0;
    expect(isTold).toBe(!sameValue(canonical(before), canonical(after)));
  };

  test('are told exactly when customers would get something else (checklists)', () => {
    fc.assert(fc.property(checklists, checklists, agree), { numRuns: 300 });
    fc.assert(
      fc.property(checklists, (draft) => {
        expect(changesOf(draft, structuredClone(draft))).toEqual([]);
      }),
    );
  });

  test('are told exactly when customers would get something else (surveys)', () => {
    fc.assert(fc.property(surveys, surveys, agree), { numRuns: 300 });
  });

  test('are told when a single field of a draft is another one', () => {
    const oneField = (value: unknown, at: number): unknown => {
      let left = at;
      const walk = (each: unknown, name: string): unknown => {
        if (Array.isArray(each)) return each.map((one) => walk(one, ''));
        if (typeof each === 'object' && each !== null)
          return Object.fromEntries(Object.entries(each).map(([field, one]) => [field, walk(one, field)]));
        if (each === null || each === undefined) return each;
        left -= 1;
        if (left !== -1 || name === 'key') return each;
        return typeof each === 'number'
          ? each + 1
          : typeof each === 'boolean'
            ? !each
            : typeof each === 'string'
              ? `${each}x`
              : each;
      };
      return walk(value, '');
    };
    fc.assert(
      fc.property(fc.oneof(checklists, surveys), fc.nat(60), (draft, at) => {
        const other = oneField(draft, at) as typeof draft;
        agree(draft as ComparedDraft, other as ComparedDraft);
      }),
      { numRuns: 500 },
    );
  });
});
