import { describe, expect, test } from 'vitest';
import type { SurveyBody } from '../content/survey.ts';
import { parseCsv } from '../text/csv.ts';
import { answerCells } from './answer-cells.ts';
import { tableOf } from './file-rows.ts';
import type { ImportChoices, ImportSource } from './import.ts';
import { rowReader } from './read-row.ts';
import { suggestColumns } from './suggest-columns.ts';

const labels = { low: {}, high: {} };
const body: SurveyBody = {
  title: { en: 'NPS' },
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: { en: 'How likely are you to recommend us?', ja: '友人にすすめたいですか？' },
      required: true,
      labels,
    },
    {
      key: 'uses',
      type: 'choices',
      text: { en: 'What do you use?' },
      required: false,
      options: [
        { key: 'search', text: { en: 'Search', ja: '検索' } },
        { key: 'export', text: { en: 'Export, CSV' } },
      ],
      other: { en: 'Something else' },
      random: false,
    },
    { key: 'effort', type: 'ces', text: { en: 'Was it easy?' }, required: false, labels },
  ],
  followUps: { detractor: { en: 'Why?' }, passive: null, promoter: { en: 'Why?' } },
  endings: { detractor: {}, passive: {}, promoter: {} },
};
const survey = { id: 'srv_1', slug: 'nps', name: 'Relationship', version: 3, body };
const questions = body.questions.map(({ key, type, text }) => ({
  key,
  isScore: type === 'nps',
  words: Object.values(text),
}));

function read(source: ImportSource, text: string, over: Partial<ImportChoices> = {}) {
  const table = tableOf(source, parseCsv(text));
  const columns = suggestColumns(source, table.header, questions);
  const choices: ImportChoices = {
    surveyId: 'srv_1',
    columns,
    dayOrder: null,
    timeZone: 'UTC',
    locale: 'en',
    people: 'create',
    ...over,
  };
  const readRow = rowReader({
    choices,
    header: table.header,
    surveys: [survey],
    now: '2026-06-01T00:00:00.000Z',
  });
  return table.rows.map(({ line, cells }) => ({ line, ...readRow(cells) }));
}

describe('the layout of each tool is recognised', () => {
  const mika = {
    email: 'mika@example.com',
    answeredAt: '2026-01-05T10:02:00.000Z',
    surveyId: 'srv_1',
    version: 3,
  };

  test.each<{ source: ImportSource; text: string; row: object; line?: number }>([
    {
      source: 'delighted',
      text: 'ID,Name,Email,Score,Comment,Created At,Company\n71,Mika,Mika@Example.com,9,Fast,2026-01-05 10:02:00 UTC,Acme\n',
      row: {
        ...mika,
        rowId: '71',
        name: 'Mika',
        account: { externalId: null, name: 'Acme' },
        finished: true,
        answers: [
          { question: 'score', value: 9 },
          { question: 'reason', value: 'Fast' },
        ],
      },
    },
    {
      source: 'formbricks',
      text: 'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Notes,Tags,1. How likely are you to recommend us?,2. What do you use?\n1,clx1,2026-01-05 10:02:00,No,srv,p1,user-42,,vip,9,Search; Export, CSV\n'.replace(
        'Search; Export, CSV',
        '"Search; Export, CSV"',
      ),
      row: {
        rowId: 'clx1',
        email: null,
        externalId: 'user-42',
        finished: false,
        answers: [
          { question: 'score', value: 9 },
          { question: 'uses', value: ['search', 'export'] },
        ],
      },
    },
    {
      source: 'typeform',
      text: '#,How likely are you to *recommend* us?,Email,What do you use?,Start Date (UTC),Submit Date (UTC),Network ID\nt0k,9,mika@example.com,検索,2026-01-05 10:00:00,2026-01-05 10:02:00,n1\n',
      row: {
        ...mika,
        rowId: 't0k',
        answers: [
          { question: 'score', value: 9 },
          { question: 'uses', value: ['search'] },
        ],
      },
    },
    {
      source: 'surveymonkey',
      text: 'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?,Anything else?\n,,,,,,,,,Response,Open-Ended Response\n118,4,01/05/2026 10:00:00 AM,01/05/2026 10:02:00 AM,::1,mika@example.com,Mika,Ito,,9 - Very likely,Thanks\n',
      line: 3,
      row: { ...mika, rowId: '118', name: 'Mika', answers: [{ question: 'score', value: 9 }] },
    },
    {
      source: 'csv',
      text: '\uFEFF"メールアドレス";"スコア";"コメント";"回答日時";"言語"\r\n" mika@example.com ";"９";"速い; とても";"2026年1月5日 10:02";"ja"\r\n',
      row: {
        ...mika,
        locale: 'ja',
        answers: [
          { question: 'score', value: 9 },
          { question: 'reason', value: '速い; とても' },
        ],
      },
    },
  ])('$source', ({ source, text, row, line = 2 }) => {
    expect(read(source, text, source === 'surveymonkey' ? { dayOrder: 'mdy' } : {})).toMatchObject([
      { line, row },
    ]);
  });
});

describe('what is wrong with a line is said with its column', () => {
  const head = 'email,score,comment,date,survey,language,status';
  test.each([
    ['mika,9,,2026-01-05,,,', [{ column: 'email', code: 'bad_email', value: 'mika' }]],
    [',9,,2026-01-05,,,', [{ column: 'email', code: 'no_person' }]],
    ['m@e.co,11,,2026-01-05,,,', [{ column: 'score', code: 'bad_answer', value: '11' }]],
    ['m@e.co,9,,,,,', [{ column: 'date', code: 'no_time', value: null }]],
    ['m@e.co,9,,1/2/2026,,,', [{ column: 'date', code: 'ambiguous_time', value: '1/2/2026' }]],
    ['m@e.co,9,,2027-01-05,,,', [{ column: 'date', code: 'future_time' }]],
    ['m@e.co,9,,2026-01-05,Other,,', [{ column: 'survey', code: 'unknown_survey', value: 'Other' }]],
    ['m@e.co,9,,2026-01-05,nps,日本語,', [{ column: 'language', code: 'bad_locale' }]],
    ['m@e.co,9,,2026-01-05,,,maybe', [{ column: 'status', code: 'not_finished' }]],
    ['m@e.co,,,2026-01-05,,,', [{ column: null, code: 'no_answer' }]],
    ['m@e.co,9,,2026-01-05,,,,more', [{ column: null, code: 'too_many_cells' }]],
    [`m@e.co,9,${'x'.repeat(10_001)},2026-01-05,,,`, [{ column: 'comment', code: 'too_long' }]],
    ['x,12,,soon,,,', [{ code: 'bad_email' }, { code: 'bad_time' }, { code: 'bad_answer' }]],
  ])('%j', (line, problems) =>
    expect(read('csv', `${head}\n${line}\n`)).toMatchObject([{ line: 2, problems }]),
  );

  test('empty lines are passed over, and the others keep their numbers', () => {
    const lines = read('csv', 'email,score,date\n\nm@e.co,9,2026-01-05\n,,\nn@e.co,8,2026-01-05\n');
    expect(lines.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('columns without a heading are called by their letter', () => {
    expect(
      tableOf('csv', [
        ['a', ''],
        ['1', '2'],
      ]).header,
    ).toEqual(['a', '(B)']);
  });
});

describe('why a question has no answer', () => {
  const branching: SurveyBody = {
    ...body,
    questions: body.questions.map((question) =>
      question.key === 'score'
        ? { ...question, next: [{ when: { type: 'between', low: 9, high: 10 }, to: 'effort' }] }
        : question,
    ),
  };
  const given = (question: string, number: number | null, walked = true) => ({
    question,
    number,
    text: null,
    options: null,
    walked,
  });
  const reasons = (answers: Parameters<typeof answerCells>[1], isComplete: boolean) => {
    const cell = answerCells(branching, answers, isComplete);
    return ['score', 'reason', 'uses', 'effort', 'gone'].map((key) => cell(key).skipped);
  };

  test('complete, by a short way', () =>
    expect(reasons([given('score', 9), given('effort', null)], true)).toEqual([
      null,
      'person',
      'logic',
      'person',
      'not_asked',
    ]));
  test('left after the first question', () =>
    expect(reasons([given('score', 3)], false)).toEqual([
      null,
      'not_reached',
      'not_reached',
      'not_reached',
      'not_asked',
    ]));
  test('an answer on a way that was left is none', () =>
    expect(reasons([given('score', 9), given('uses', 1, false), given('effort', 7)], true)).toEqual([
      null,
      'person',
      'logic',
      null,
      'not_asked',
    ]));
  test('words beside a choice stand by themselves', () => {
    const own = {
      question: 'uses',
      number: null,
      text: 'Our own',
      options: ['search', 'other'],
      walked: true,
    };
    expect(answerCells(body, [own], true)('uses')).toEqual({
      value: ['search', 'other'],
      other: 'Our own',
      skipped: null,
    });
  });
});
