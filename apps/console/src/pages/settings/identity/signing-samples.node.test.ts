import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SECRET_VARIABLE, SIGNING_SAMPLES } from './signing-samples.ts';

const AUDIENCE = 'ws_0192f0c1-0000-7abc-8def-000000000001';
const SECRET = 'bis_Zs9x2kQ7m1aB4cD6eF8gH0iJ2kL4mN6oP8qR0sT2uVx';

afterEach(() => vi.unstubAllEnvs());

const jsonOf = (part = '') =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;

/** Runs the sample as it stands; `jose` is the API's own copy. */
async function runNodeSample(): Promise<(userId: string, accountId?: string) => Promise<string>> {
  const api = createRequire(createRequire(import.meta.url).resolve('@banso/api'));
  const code = SIGNING_SAMPLES.find(({ id }) => id === 'node')!.code(AUDIENCE);
  const folder = await mkdtemp(join(tmpdir(), 'banso-sample-'));
  try {
    const file = join(folder, 'banso-token.mjs');
    await writeFile(file, code.replace("'jose'", `'${pathToFileURL(api.resolve('jose')).href}'`));
    const sample = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      bansoToken: (userId: string, accountId?: string) => Promise<string>;
    };
    return sample.bansoToken;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the sample for Node', () => {
  test('signs with the secret as it was copied, for this user, company and workspace, for an hour', async () => {
    vi.stubEnv(SECRET_VARIABLE, SECRET);
    const token = await (await runNodeSample())('user-42', 'acme');
    const [header, payload, signature] = token.split('.');
    expect(jsonOf(header)).toEqual({ alg: 'HS256' });
    const { iat, exp, ...claims } = jsonOf(payload);
    expect(claims).toEqual({ sub: 'user-42', aud: AUDIENCE, account: 'acme' });
    expect(Number(exp) - Number(iat)).toBe(3_600);
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${header}.${payload}`).digest('base64url'));
  });

  test('leaves the company out when there is none', async () => {
    vi.stubEnv(SECRET_VARIABLE, SECRET);
    const token = await (await runNodeSample())('user-42');
    expect(jsonOf(token.split('.')[1])).not.toHaveProperty('account');
  });
});

describe.each(SIGNING_SAMPLES)('the sample for $name', ({ code }) => {
  test('has the workspace as audience, takes the secret from the environment, and contains none', () => {
    const text = code(AUDIENCE);
    expect(text).toContain(AUDIENCE);
    expect(text).toContain(SECRET_VARIABLE);
    expect(text).toMatch(/HS256|HMAC256/);
    expect(text).not.toMatch(/bis_/);
  });
});
