import type { ContentDraft } from '@banso/database';
import { type SurveyBody, textFields } from '@banso/domain/content';
import { translationUnits, withTranslations } from '@banso/domain/translation';
import { defaultDelivery } from '@banso/domain/decide';
import { aChecklist, aStep, someSurvey } from '@banso/domain/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv-file.ts';
import { exportedFile, planImport } from './import-plan.ts';
import { readXliff, writeXliff } from './xliff-file.ts';

const draftOf = (body: ContentDraft['body']): ContentDraft => ({
  defaultLocale: 'en',
  locales: ['en', 'ko'],
  delivery: defaultDelivery('survey'),
  body,
});

const FORMATS = [
  { format: 'csv', through: (file: ReturnType<typeof readCsv>) => readCsv(writeCsv(file)) },
  { format: 'xliff', through: (file: ReturnType<typeof readCsv>) => readXliff(writeXliff(file, 'srv_1')) },
];

/** Words that break formats: quotes, separators, formulas, tags, references, line ends, control characters. */
const someWords = fc
  .string({
    unit: fc.constantFrom(
      ...Array.from('"\',;=-+@＝<>&\n\r\t 日한\u0007'),
      '**a**',
      ']]>',
      '&amp;',
      '<b/>',
      '\\u0000',
    ),
    minLength: 1,
    maxLength: 12,
  })
  .filter((words) => words.trim() !== '');

/** A survey with words of every sort in English, and in Korean for some of its texts. */
const someDraft = fc
  .tuple(
    someSurvey,
    fc.array(someWords, { minLength: 40, maxLength: 40 }),
    fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  )
  .map(([survey, words, translated]): { draft: ContentDraft; missing: Map<string, string> } => {
    // Two questions of the arbitrary never share a key, so keys and units go together.
    const units = translationUnits('survey', survey);
    const english = new Map(units.map(({ key }, index) => [key, words[index % 40] ?? 'x']));
    const korean = units
      .filter((_, index) => translated[index % 40])
      .map(({ key }) => [key, `${key}: ${english.get(key)}`] as const);
    const inEnglish = withTranslations('survey', { body: survey }, 'en', english);
    const { body } = withTranslations('survey', inEnglish, 'ko', new Map(korean));
    const missing = new Map(
      units
        .filter((_, index) => !translated[index % 40])
        .map(({ key }) => [key, `번역 ${english.get(key)?.trim()}`]),
    );
    return { draft: draftOf(body), missing };
  });

describe.each(FORMATS)('$format', ({ through }) => {
  test('out and in again changes nothing, whatever the words', () => {
    fc.assert(
      fc.property(someDraft, ({ draft }) => {
        const plan = planImport('survey', draft, through(exportedFile('survey', draft, 'ko')));
        expect(plan.draft).toEqual(draft);
        expect(plan.problems).toEqual([]);
        const others = plan.texts.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'empty');
        expect(others).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('what was missing and is translated is filled, exactly that, and nothing is missing then', () => {
    fc.assert(
      fc.property(someDraft, ({ draft, missing }) => {
        const file = through(exportedFile('survey', draft, 'ko'));
        const texts = file.texts.map((text) => ({ ...text, target: missing.get(text.key) ?? text.target }));
        const plan = planImport('survey', draft, through({ ...file, texts }));
        const filled = plan.texts.filter(({ outcome }) => outcome === 'filled').map(({ key }) => key);
        expect(new Set(filled)).toEqual(new Set(missing.keys()));
        const expected = new Map([...missing].map(([key, words]) => [key, words.replace(/\r\n?/g, '\n')]));
        const body = draft.body as SurveyBody;
        expect(plan.draft.body).toEqual(withTranslations('survey', { body }, 'ko', expected).body);
      }),
      { numRuns: 200 },
    );
  });
});

describe('planImport', () => {
  const draft: ContentDraft = draftOf(
    aChecklist([aStep('a', { title: { en: 'Invite', ko: '초대' } }), aStep('b'), aStep('c')]),
  );
  const row = (key: string, source: string, target: string) => ({ key, source, target });

  test('says what becomes of each text', () => {
    const plan = planImport('checklist', draft, {
      sourceLocale: 'en',
      locale: 'ko',
      texts: [
        row('steps.a.title', 'Invite', '초대하기'),
        row('steps.b.title', 'Step b', '둘'),
        row('steps.c.title', 'Step c, as it was', '셋'),
        row('steps.gone.title', 'Gone', '없음'),
        row('title', 'Getting started', ''),
      ],
    });
    expect(plan.texts.map(({ key, outcome, before, after }) => [key, outcome, before, after])).toEqual([
      ['steps.a.title', 'changed', '초대', '초대하기'],
      ['steps.b.title', 'filled', '', '둘'],
      ['steps.c.title', 'source_changed', '', '셋'],
      ['steps.gone.title', 'unknown', '', '없음'],
      ['title', 'empty', '', ''],
    ]);
    expect(plan.problems.map(({ key }) => key)).toEqual(['steps.c.title', 'steps.gone.title']);
    const korean = textFields('checklist', plan.draft.body as ReturnType<typeof aChecklist>).map(
      ({ text }) => text['ko'],
    );
    expect(korean.filter((words) => words !== undefined)).toEqual(['초대하기', '둘']);
  });

  test('follows a text to where its step has moved', () => {
    const file = exportedFile('checklist', draft, 'ko');
    const { steps } = draft.body as ReturnType<typeof aChecklist>;
    const moved = draftOf(aChecklist(steps.toReversed()));
    const texts = file.texts.map((text) => (text.key === 'steps.b.title' ? { ...text, target: '둘' } : text));
    const plan = planImport('checklist', moved, { ...file, texts });
    expect(plan.texts.find(({ outcome }) => outcome === 'filled')?.path).toBe('steps.1.title');
  });
});

describe('a file that is refused', () => {
  const xliff = (inside: string, head = '') =>
    `<?xml version="1.0"?>${head}<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ko"><file id="f"><unit id="a"><segment><source>A</source><target>${inside}</target></segment></unit></file></xliff>`;

  test.each([
    {
      text: xliff('&bomb;', '<!DOCTYPE xliff [<!ENTITY bomb SYSTEM "file:///etc/passwd">]>'),
      because: 'a document type with an external entity',
    },
    { text: xliff('x', '<!DOCTYPE xliff>'), because: 'any document type' },
    { text: xliff('&unknown;'), because: 'an entity that nobody has defined' },
    { text: '<xliff><file>', because: 'not closed' },
    { text: '<html/>', because: 'something else' },
    { text: 'key,source,target', because: 'no XML' },
  ])('XLIFF: $because', ({ text }) =>
    expect(() => readXliff(text)).toThrow(expect.objectContaining({ code: 'invalid' })),
  );

  test.each([
    { text: '', because: 'empty' },
    { text: 'key,source en\r\na,A', because: 'without a translation' },
    { text: 'key,source en,target ko\r\n"a,A', because: 'a quote that is open' },
  ])('CSV: $because', ({ text }) =>
    expect(() => readCsv(text)).toThrow(expect.objectContaining({ code: 'invalid' })),
  );
});

describe('files of others', () => {
  test('XLIFF 1.2, with marks inside a text and a suggestion beside it', () => {
    const text = `<xliff version="1.2"><file source-language="en" target-language="ko" original="x">
      <body><trans-unit id="1" resname="title"><source>Go <g id="1">on</g></source><target>계<![CDATA[속]]></target>
      <alt-trans><target>다른 것</target></alt-trans></trans-unit></body></file></xliff>`;
    expect(readXliff(text)).toMatchObject({
      sourceLocale: 'en',
      locale: 'ko',
      texts: [{ content: { id: 'x' }, key: 'title', source: 'Go on', target: '계속' }],
    });
  });

  test('XLIFF 2 in several segments', () => {
    const text = `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ko"><file id="f">
      <unit id="u1" name="a"><segment><source>One. </source><target>하나. </target></segment><segment><source>Two.</source><target>둘.</target></segment></unit></file></xliff>`;
    expect(readXliff(text).texts).toMatchObject([{ key: 'a', source: 'One. Two.', target: '하나. 둘.' }]);
  });

  test('CSV from a spreadsheet, with semicolons, another order and one more column', () => {
    const text = 'note;target ko;key;source en\n!;하나;a;A\n;;;\n';
    expect(readCsv(text)).toEqual({
      sourceLocale: 'en',
      locale: 'ko',
      texts: [{ key: 'a', source: 'A', target: '하나' }],
    });
  });
});
