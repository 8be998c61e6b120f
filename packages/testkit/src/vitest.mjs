import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './browser.mjs';

const TEST_FILE = /\.test\.tsx?$/;
const NODE_TEST_FILE = /\.node\.test\.tsx?$/;

/** Names of the test files below ./src; vitest runs in the package's folder. */
function testFiles() {
  try {
    return readdirSync(join(process.cwd(), 'src'), { recursive: true }).filter((name) =>
      TEST_FILE.test(name),
    );
  } catch {
    return []; // no sources yet
  }
}

const shared = () => ({
  // A package that has no test file yet passes; one whose test files are not found fails.
  passWithNoTests: testFiles().length === 0,
  // Most tests wait for a server or a browser; left alone, two cores would get one worker.
  maxWorkers: 2,
  reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
});

/** A test says by its assertions what is wrong; the clock only ends what hangs, on a slow machine too. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } };

// Files of a worker share their modules: loading the service anew for each took a third of the time. No module of ours keeps
// what a test could leave behind; one that did would fail the tests of whatever runs after it.
const node = { environment: 'node', isolate: false, restoreMocks: true, unstubGlobals: true, ...patience };

export function nodeTests(name, { postgres = false } = {}) {
  const globalSetup = postgres ? [fileURLToPath(new URL('global-postgres.mjs', import.meta.url))] : [];
  return defineConfig({
    test: { ...shared(), ...node, name, include: ['src/**/*.test.ts'], globalSetup },
  });
}

export function browserTests(name, plugins = []) {
  const browser = {
    plugins,
    test: {
      name: `${name}:browser`,
      include: ['src/**/*.test.{ts,tsx}'],
      exclude: ['src/**/*.node.test.{ts,tsx}'],
      restoreMocks: true,
      unstubGlobals: true,
      ...patience,
      api: { host: '127.0.0.1' }, // bare containers have no name `localhost`
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions() }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
  const inNode = {
    plugins,
    test: { ...node, name: `${name}:node`, include: ['src/**/*.node.test.{ts,tsx}'] },
  };
  const files = testFiles();
  const wanted = [
    ...(files.some((file) => !NODE_TEST_FILE.test(file)) ? [browser] : []),
    ...(files.some((file) => NODE_TEST_FILE.test(file)) ? [inNode] : []),
  ];
  return defineConfig({ test: { ...shared(), projects: wanted.length > 0 ? wanted : [inNode] } });
}
