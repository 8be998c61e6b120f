import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetResults, Tally, turboTasks } from './tally.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banso-tally-'));
  plant('packages/a/package.json', {});
  plant('apps/e2e/package.json', {});
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

const vitest = (passed, failed, pending, testResults = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});
const playwright = (expected, unexpected, errors = []) => ({
  stats: { expected, unexpected, flaky: 0, skipped: 0 },
  errors,
});

/** What would be printed for these tasks. */
function printed(...tasks) {
  const tally = new Tally();
  tally.addTasks(root, tasks);
  const lines = [];
  tally.print((line) => lines.push(line));
  return lines.join('\n').split('\n');
}

const lastLine = (...tasks) => printed(...tasks).at(-1);

const unit = (status) => ({ task: 'test', directory: 'packages/a', status });
const story = (status) => ({ task: 'e2e', directory: 'apps/e2e', status });

test('adds up tests of both runners, and other tasks as one each', () => {
  plant('packages/a/test-results/vitest.json', vitest(12, 0, 0));
  plant('apps/e2e/test-results/playwright.json', playwright(3, 0));
  const typecheck = { task: 'typecheck', directory: 'packages/a', status: 0 };
  expect(lastLine(unit(0), story(0), typecheck)).toBe('16 passed, 0 failed');
});

test('counts failed and skipped tests', () => {
  plant('packages/a/test-results/vitest.json', vitest(12, 2, 1));
  plant('apps/e2e/test-results/playwright.json', playwright(3, 1));
  expect(lastLine(unit(1), story(1))).toBe('15 passed, 3 failed, 1 skipped');
});

test.each([
  [
    'a test file that could not be loaded',
    vitest(4, 0, 0, [{ name: '/x/a.test.ts', status: 'failed', assertionResults: [] }]),
    '4 passed, 1 failed',
  ],
  ['an error after the last test', vitest(4, 0, 0), '4 passed, 1 failed'],
])('%s is a failure', (_name, report, expected) => {
  plant('packages/a/test-results/vitest.json', report);
  expect(lastLine(unit(1))).toBe(expected);
});

test('names each test that failed and says why, in the order of the tasks', () => {
  const failed = { status: 'failed', fullName: 'a sum is right', failureMessages: ['\u001b[31mexpected 1'] };
  const file = { name: '/x/sum.test.ts', status: 'failed', assertionResults: [failed] };
  plant('packages/a/test-results/vitest.json', vitest(12, 1, 0, [file]));
  const result = {
    status: 'unexpected',
    projectName: 'sqlite',
    results: [{ error: { message: 'not\nseen' } }],
  };
  const spec = { file: 'stories/answer.spec.ts', title: 'an answer comes', tests: [result] };
  plant('apps/e2e/test-results/playwright.json', {
    ...playwright(3, 1),
    suites: [{ specs: [], suites: [{ specs: [spec] }] }],
  });
  expect(printed(unit(1), story(1)).slice(3)).toEqual([
    '',
    'FAILED packages/a test, sum.test.ts: a sum is right',
    '  expected 1',
    '',
    'FAILED apps/e2e e2e, answer.spec.ts [sqlite]: an answer comes',
    '  not',
    '  seen',
    '',
    '15 passed, 2 failed',
  ]);
});

test('stories that could not start are a failure', () => {
  plant('apps/e2e/test-results/playwright.json', playwright(0, 0, [{ message: 'no server' }]));
  expect(lastLine(story(1))).toBe('0 passed, 1 failed');
});

test('a task without its result file is a failure, even if it says that all went well', () => {
  expect(lastLine(unit(0))).toBe('0 passed, 1 failed');
  expect(lastLine({ task: 'typecheck', directory: 'packages/a', status: undefined })).toBe(
    '0 passed, 1 failed',
  );
});

test('results of an earlier run are not counted', () => {
  plant('packages/a/test-results/vitest.json', vitest(12, 0, 0));
  forgetResults(root);
  expect(lastLine(unit(1))).toBe('0 passed, 1 failed');
});

test("reads turbo's newest summary once", () => {
  plant('.turbo/runs/x.json', {
    tasks: [
      { task: 'test', directory: 'packages/a', command: 'vitest run', execution: { exitCode: 1 } },
      { task: 'build', directory: 'packages/a', command: '<NONEXISTENT>' },
      { task: 'build', directory: 'apps/e2e', command: 'vite build' },
    ],
  });
  expect(turboTasks(root)).toEqual([
    { task: 'test', directory: 'packages/a', status: 1 },
    { task: 'build', directory: 'apps/e2e', status: undefined },
  ]);
  expect(turboTasks(root)).toEqual([]);
});
