import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyIdentityToken } from './identity.ts';
import type { IdentityKey } from './identity.ts';

interface Vector {
  because: string;
  user: string;
  account?: string;
}

const FOLDER = fileURLToPath(new URL('../../../docs/examples/identity/', import.meta.url));
const VECTORS = JSON.parse(readFileSync(`${FOLDER}vectors.json`, 'utf8')) as Vector[];
const workspaceId = 'ws_0195d000-0000-7000-8000-000000000001';
const SECRET = 'bis_3f9Zr0mWn1xQvT7kLp5sYc2dHa8gJe4u';
const key: IdentityKey = { id: 'key_1', name: 'Backend', algorithm: 'HS256', material: SECRET };

type Command = readonly [program: string, ...args: string[]];
interface Example {
  file: string;
  /** Shows that the language is here. */
  probe: Command;
  /** Makes what is run, in a folder. Default: nothing. */
  build?: (folder: string) => Command;
  run: (folder: string) => Command;
}

const EXAMPLES: readonly Example[] = [
  {
    file: 'banso-token.mjs',
    probe: [process.execPath, '--version'],
    run: () => [process.execPath, 'banso-token.mjs'],
  },
  { file: 'banso_token.py', probe: ['python3', '--version'], run: () => ['python3', 'banso_token.py'] },
  { file: 'banso_token.rb', probe: ['ruby', '--version'], run: () => ['ruby', 'banso_token.rb'] },
  { file: 'banso_token.php', probe: ['php', '--version'], run: () => ['php', 'banso_token.php'] },
  {
    file: 'banso_token.go',
    probe: ['go', 'version'],
    build: (folder) => ['go', 'build', '-o', join(folder, 'token'), 'banso_token.go'],
    run: (folder) => [join(folder, 'token')],
  },
  {
    file: 'BansoToken.java',
    probe: ['javac', '--version'],
    build: (folder) => ['javac', '-d', folder, 'BansoToken.java'],
    run: (folder) => ['java', '-cp', folder, 'BansoToken'],
  },
];

const isHere = ([program, ...args]: Command): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** What a command prints in the folder of the examples. */
function printed([program, ...args]: Command, more: readonly string[] = []): string {
  const env = { ...process.env, BANSO_WORKSPACE: workspaceId, BANSO_IDENTITY_SECRET: SECRET };
  return execFileSync(program, [...args, ...more], { cwd: FOLDER, env, encoding: 'utf8' }).trim();
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'banso-example-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(EXAMPLES)('the example $file', ({ file, probe, build, run }) => {
  // Languages are not installed for this: where one is missing, its example is read below and run elsewhere.
  test.skipIf(!isHere(probe))('signs tokens that the service takes', async () => {
    if (build) printed(build(folder));
    for (const vector of VECTORS) {
      const { user, account } = vector;
      const token = printed(run(folder), account === undefined ? [user] : [user, account]);
      const now = new Date().toISOString();
      const check = await verifyIdentityToken(token, { workspaceId, keys: [key], now });
      expect(check, vector.because).toMatchObject({
        verdict: 'valid',
        claims: { subject: user, account: account ?? null },
      });
      const seconds = (Date.parse(check.claims?.expiresAt ?? '') - Date.parse(now)) / 1_000;
      expect(Math.abs(seconds - 3_600)).toBeLessThan(30);
    }
  });

  test('takes the secret and the workspace from the environment, and stands in the documentation', () => {
    const code = readFileSync(`${FOLDER}${file}`, 'utf8');
    expect(code).toContain('BANSO_IDENTITY_SECRET');
    expect(code).toContain('BANSO_WORKSPACE');
    expect(code).not.toMatch(/bis_/);
    const docs = readFileSync(`${FOLDER}../../embedding.md`, 'utf8');
    expect(docs).toContain(`examples/identity/${file}`);
  });
});

test('every example is run by this test', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'vectors.json');
  expect(EXAMPLES.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});
