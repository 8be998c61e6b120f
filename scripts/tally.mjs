// Counts what really ran, from the result files that vitest and Playwright wrote and from turbo's own summary.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const RESULTS = { test: 'test-results/vitest.json', e2e: 'test-results/playwright.json' };

/** What a failure says in the tally: enough to know what happened where the rest of the output was cut off. */
const LINES_OF_A_FAILURE = 12;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Folders of the workspace's packages, relative to the root. */
export function packageFolders(root) {
  return ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json'))),
  );
}

/** Deletes earlier results, so that only this run is counted; turbo brings back those of cached tasks. */
export function forgetResults(root) {
  for (const folder of [...packageFolders(root), 'scripts'])
    for (const file of Object.values(RESULTS)) rmSync(join(root, folder, file), { force: true });
}

/** A file that could not even be loaded has no failed test of its own, yet it failed. */
function vitestCounts(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failedTests = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        name: `${basename(file.name)}: ${test.fullName}`,
        message: test.failureMessages[0],
      })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failedTests,
      ...brokenFiles.map(({ name, message }) => ({ name: basename(name), message })),
    ],
  };
}

/** Every story in a report's suites, which hold suites. */
function* storiesOf(suites = []) {
  for (const suite of suites) {
    yield* suite.specs ?? [];
    yield* storiesOf(suite.suites);
  }
}

function playwrightCounts({ stats, errors = [], suites }) {
  const failures = [...storiesOf(suites)].flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => ({
        name: `${basename(file)} [${projectName}]: ${title}`,
        message: results.at(-1)?.error?.message,
      })),
  );
  const unstarted = stats.unexpected === 0 ? errors : [];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + unstarted.length,
    skipped: stats.skipped,
    failures: [...failures, ...unstarted.map(({ message }) => ({ name: 'before the first story', message }))],
  };
}

/**
 * Counts of one folder's result file, and what failed in it.
 * @param kind - 'test' for vitest, 'e2e' for Playwright.
 * @returns undefined when the file was not written.
 */
export function countsOf(root, folder, kind) {
  const path = join(root, folder, RESULTS[kind]);
  if (!existsSync(path)) return undefined;
  return kind === 'test' ? vitestCounts(readJson(path)) : playwrightCounts(readJson(path));
}

/** A task counts as one, unless it has tests of its own to count. A failure nothing else explains counts as one. */
function countsOfTask(root, { task, directory, status }) {
  const ok = status === 0;
  if (!(task in RESULTS)) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = countsOf(root, directory, task);
  if (!counts) return { passed: 0, failed: 1, skipped: 0, note: `wrote no ${RESULTS[task]}` };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1, note: 'ended with an error' };
}

/** What turbo's newest summary says of each task that has a script: `status` is undefined if it never ran. */
export function turboTasks(root) {
  const folder = join(root, '.turbo', 'runs');
  if (!existsSync(folder)) return [];
  const [newest] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!newest) return [];
  const { tasks } = readJson(newest);
  rmSync(folder, { recursive: true, force: true });
  return tasks
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .map(({ task, directory, execution }) => ({ task, directory, status: execution?.exitCode }));
}

/** Adds up results and prints them; the last line stands alone for machines to read. */
export class Tally {
  #rows = [];

  add(name, { passed, failed, skipped, note, failures = [] }) {
    this.#rows.push({ name, passed, failed, skipped, note, failures });
  }

  addCheck(name, ok) {
    this.add(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
  }

  addTasks(root, tasks) {
    for (const task of tasks) this.add(`${task.directory} ${task.task}`, countsOfTask(root, task));
  }

  get failed() {
    return this.#sum('failed');
  }

  #sum(key) {
    return this.#rows.reduce((sum, row) => sum + row[key], 0);
  }

  print(write = console.log) {
    const wide = Math.max(...this.#rows.map(({ name }) => name.length));
    write('');
    for (const { name, passed, failed, skipped, note } of this.#rows) {
      const more = [skipped && `${skipped} skipped`, failed && `${failed} FAILED`, note].filter(Boolean);
      write(
        `${name.padEnd(wide)} ${`${passed}`.padStart(5)} passed${more.map((part) => `, ${part}`).join('')}`,
      );
    }
    for (const row of this.#rows)
      for (const { name, message = '' } of row.failures) {
        const lines = stripVTControlCharacters(message).split('\n').slice(0, LINES_OF_A_FAILURE);
        write(`\nFAILED ${row.name}, ${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
      }
    const skipped = this.#sum('skipped');
    write(`\n${this.#sum('passed')} passed, ${this.failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  }
}
