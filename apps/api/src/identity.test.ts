import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type IdentityKey, verifyIdentityToken } from './identity.ts';

const now = '2026-03-01T12:00:00.000Z';
const SECONDS = Date.parse(now) / 1_000;
const workspaceId = 'ws_0195d000-0000-7000-8000-000000000001';
const ed = generateKeyPairSync('ed25519');
const foreignEd = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SECRET = 'bis_3f9Zr0mWn1xQvT7kLp5sYc2dHa8gJe4u';
const edPem = String(ed.publicKey.export({ type: 'spki', format: 'pem' }));

const hs: IdentityKey = { id: 'key_hs', name: 'Backend', algorithm: 'HS256', material: SECRET };
const eddsa: IdentityKey = { id: 'key_ed', name: 'Signer', algorithm: 'EdDSA', material: edPem };
const keys = [hs, eddsa];

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hmac = (input: string, secret: string | Buffer = SECRET, hash = 'sha256') =>
  createHmac(hash, secret).update(input).digest('base64url');
const signed = (header: unknown, claims: unknown, signature: (input: string) => string): string => {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signature(input)}`;
};
const byKey = (key: KeyObject, hash: string | null) => (input: string) =>
  sign(hash, Buffer.from(input), key).toString('base64url');

const HEADER = { alg: 'HS256', typ: 'JWT' };
const good = { sub: 'user-42', aud: workspaceId, exp: SECONDS + 300, iat: SECONDS };
/** Signed with the right secret. */
const ours = (claims: unknown, header: unknown = HEADER) => signed(header, claims, hmac);
const without = (name: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
const check = (token: string, over: { keys?: readonly IdentityKey[]; now?: string } = {}) =>
  verifyIdentityToken(token, { workspaceId, keys, now, ...over });

describe('a token that is in order', () => {
  test('signed with the shared secret, with everything that it may say', async () => {
    const token = ours({ ...good, account: 'acme', traits: { plan: 'pro', seats: 12, admin: true } });
    expect(await check(token)).toEqual({
      verdict: 'valid',
      keyName: 'Backend',
      claims: {
        subject: 'user-42',
        account: 'acme',
        traits: { plan: 'pro', seats: 12, admin: true },
        expiresAt: '2026-03-01T12:05:00.000Z',
      },
    });
  });

  test.each([
    ['without exp', ours(without('exp'))],
    ['with an audience list of one, as some libraries write it', ours({ ...good, aud: [workspaceId] })],
    ['59 s after its end', ours({ ...good, exp: SECONDS - 59 })],
    ['59 s before its beginning', ours({ ...good, nbf: SECONDS + 59 })],
    ['with fractions of a second', ours({ ...good, exp: SECONDS + 0.5 })],
    ['naming its key', ours(good, { ...HEADER, kid: 'key_hs' })],
    ['naming a key that is not ours', ours(good, { ...HEADER, kid: 'key-1' })],
    [
      'pointing at keys that are never fetched',
      ours(good, { ...HEADER, jku: 'https://keys.example/jwks.json' }),
    ],
    ['with the same name twice at different depths', ours({ ...good, traits: { sub: 'x:{"sub":' } })],
    [
      'by the private half of the uploaded key',
      signed({ alg: 'EdDSA', kid: 'key_ed' }, good, byKey(ed.privateKey, null)),
    ],
    ['of 4,096 characters', padded(4_096)],
  ])('%s', async (_, token) => {
    expect(await check(token)).toMatchObject({ verdict: 'valid', claims: { subject: 'user-42' } });
  });

  test('sets no trait named __proto__', async () => {
    const found = await check(asText(',"traits":{"__proto__":"x","plan":"pro"}'));
    expect(found.claims?.traits).toEqual({ plan: 'pro' });
    expect(Object.getPrototypeOf(found.claims?.traits)).toBe(Object.prototype);
  });

  test('is accepted under either of two secrets while they rotate', async () => {
    const next: IdentityKey = {
      ...hs,
      id: 'key_next',
      name: 'Next',
      material: 'bis_next_0123456789abcdef0123456789',
    };
    const token = signed(HEADER, good, (input) => hmac(input, next.material));
    expect(await check(token, { keys: [hs, next] })).toMatchObject({ verdict: 'valid', keyName: 'Next' });
  });
});

/** A valid token of exactly so many characters: base64url skips some lengths, which a longer header makes up for. */
function padded(length: number): string {
  for (const pad of ['', 'p', 'pp']) {
    for (let size = 0; size < 1_900; size += 1) {
      const traits = { a: 'x'.repeat(size), b: 'y'.repeat(1_000) };
      const token = ours({ ...good, traits }, { ...HEADER, pad });
      if (token.length === length) return token;
    }
  }
  throw new Error(`No token of ${length} characters`);
}

const none = (alg: unknown) => signed({ alg, typ: 'JWT' }, good, () => '');
const nested = (depth: number) =>
  `{"sub":"user-42","aud":"${workspaceId}","traits":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const asText = (extra: string) => ours(`{"sub":"user-42","aud":"${workspaceId}"${extra}}`);
const valid = ours(good);
const [validHeader, validPayload, validSignature] = valid.split('.') as [string, string, string];

const FORGED: readonly (readonly [string, string, string])[] = [
  // no signature at all
  ...['none', 'None', 'nOnE', 'NONE', '', 'none ', ' none', 'null'].map(
    (alg) => ['wrong_algorithm', `alg ${JSON.stringify(alg)}, unsigned`, none(alg)] as const,
  ),
  ...[null, 0, [], {}, ['HS256'], true].map(
    (alg) => ['malformed', `alg ${JSON.stringify(alg)}`, none(alg)] as const,
  ),
  ['malformed', 'no alg', signed({ typ: 'JWT' }, good, hmac)],
  ['bad_signature', 'an empty signature', `${validHeader}.${validPayload}.`],
  ['malformed', 'no signature part', `${validHeader}.${validPayload}`],
  // another algorithm
  ...['HS384', 'HS512'].map(
    (alg) =>
      [
        'wrong_algorithm',
        `${alg} with the right secret`,
        signed({ alg }, good, (input) => hmac(input, SECRET, `sha${alg.slice(2)}`)),
      ] as const,
  ),
  ...['hs256', 'Hs256', 'HS256 ', 'HMAC', 'HS-256', 'HS256\0'].map(
    (alg) => ['wrong_algorithm', `alg ${JSON.stringify(alg)}`, signed({ alg }, good, hmac)] as const,
  ),
  ...['RS256', 'PS256'].map(
    (alg) =>
      [
        'wrong_algorithm',
        `${alg} by a key of theirs`,
        signed({ alg }, good, byKey(rsa.privateKey, 'sha256')),
      ] as const,
  ),
  [
    'wrong_algorithm',
    'ES256 by a key of theirs',
    signed({ alg: 'ES256' }, good, byKey(ec.privateKey, 'sha256')),
  ],
  [
    'wrong_algorithm',
    'Ed25519 as the name of the algorithm',
    signed({ alg: 'Ed25519' }, good, byKey(ed.privateKey, null)),
  ],
  // key confusion
  [
    'bad_signature',
    'HS256 with the public key as its secret',
    signed(HEADER, good, (input) => hmac(input, edPem)),
  ],
  [
    'bad_signature',
    'HS256 with the public key as its secret, trimmed',
    signed(HEADER, good, (input) => hmac(input, edPem.trim())),
  ],
  [
    'bad_signature',
    'HS256 with the raw bytes of the public key',
    signed(HEADER, good, (input) => hmac(input, ed.publicKey.export({ type: 'spki', format: 'der' }))),
  ],
  ['wrong_algorithm', 'HS256 naming the EdDSA key', ours(good, { ...HEADER, kid: 'key_ed' })],
  [
    'wrong_algorithm',
    'EdDSA naming the HS256 key',
    signed({ alg: 'EdDSA', kid: 'key_hs' }, good, byKey(ed.privateKey, null)),
  ],
  [
    'bad_signature',
    'EdDSA by a key of theirs',
    signed({ alg: 'EdDSA' }, good, byKey(foreignEd.privateKey, null)),
  ],
  [
    'bad_signature',
    'EdDSA by a key of theirs, brought along as jwk',
    signed(
      { alg: 'EdDSA', jwk: foreignEd.publicKey.export({ format: 'jwk' }) },
      good,
      byKey(foreignEd.privateKey, null),
    ),
  ],
  [
    'bad_signature',
    'a jku of theirs',
    signed({ alg: 'EdDSA', jku: 'https://evil.example/jwks.json' }, good, byKey(foreignEd.privateKey, null)),
  ],
  [
    'bad_signature',
    'an x5u of theirs',
    signed({ alg: 'EdDSA', x5u: 'https://evil.example/cert.pem' }, good, byKey(foreignEd.privateKey, null)),
  ],
  [
    'bad_signature',
    'a secret in the header',
    signed({ ...HEADER, jwk: { kty: 'oct', k: encode('mine') } }, good, (input) => hmac(input, 'mine')),
  ],
  ...[
    '../../../../dev/null',
    '/dev/null',
    "' or 1=1 --",
    "key_hs' union select 'x",
    'key_hs\0',
    '__proto__',
    'constructor',
    '',
  ].map(
    (kid) =>
      [
        'bad_signature',
        `kid ${JSON.stringify(kid)} with an empty secret`,
        signed({ ...HEADER, kid }, good, (input) => hmac(input, '')),
      ] as const,
  ),
  ...[null, 7, ['key_hs'], { id: 'key_hs' }].map(
    (kid) =>
      [
        'bad_signature',
        `kid ${JSON.stringify(kid)}`,
        signed({ ...HEADER, kid }, good, (input) => hmac(input, 'x')),
      ] as const,
  ),
  ['malformed', 'a critical extension', ours(good, { ...HEADER, crit: ['b64'], b64: false })],
  ['malformed', 'an unknown critical extension', ours(good, { ...HEADER, crit: ['x-ours'], 'x-ours': 1 })],
  ['malformed', 'b64: false', ours(good, { ...HEADER, b64: false })],
  // the wrong secret
  [
    'bad_signature',
    "another workspace's secret",
    signed(HEADER, good, (input) => hmac(input, 'bis_staging_secret_0123456789abcdef')),
  ],
  [
    'bad_signature',
    'a revoked secret, no longer among the active ones',
    signed(HEADER, good, (input) => hmac(input, 'bis_old_0123456789abcdef0123456789ab')),
  ],
  ['bad_signature', 'the secret with a space', signed(HEADER, good, (input) => hmac(input, `${SECRET} `))],
  [
    'bad_signature',
    'the secret in capitals',
    signed(HEADER, good, (input) => hmac(input, SECRET.toUpperCase())),
  ],
  [
    'bad_signature',
    'the name of the key as its secret',
    signed(HEADER, good, (input) => hmac(input, 'key_hs')),
  ],
  [
    'bad_signature',
    'the hash of the secret as its secret',
    signed(HEADER, good, (input) => hmac(input, hmac(SECRET))),
  ],
  // tampering
  [
    'bad_signature',
    'another subject under the old signature',
    `${validHeader}.${encode({ ...good, sub: 'user-1' })}.${validSignature}`,
  ],
  [
    'bad_signature',
    'another header under the old signature',
    `${encode({ ...HEADER, kid: 'x' })}.${validPayload}.${validSignature}`,
  ],
  ['bad_signature', 'one character less', valid.slice(0, -1)],
  ['bad_signature', 'half a signature', valid.slice(0, -22)],
  ['bad_signature', 'a signature twice', `${valid}${validSignature}`],
  ['malformed', 'a fourth part', `${valid}.${validSignature}`],
  ['malformed', 'a space before', ` ${valid}`],
  ['malformed', 'a line end after', `${valid}\n`],
  ['malformed', 'padding', `${valid}=`],
  ['malformed', 'the standard alphabet', `${validHeader}.${validPayload}.+/${validSignature.slice(2)}`],
  ['malformed', 'the scheme before it', `Bearer ${valid}`],
  ['malformed', 'five parts, as if encrypted', `${validHeader}.a.b.c.d`],
  ['malformed', 'nothing', ''],
  ['malformed', 'dots', '..'],
  ['malformed', 'plain text', 'user-42'],
  ['malformed', 'a plain HMAC of the user id', createHmac('sha256', SECRET).update('user-42').digest('hex')],
  [
    'malformed',
    'JSON serialisation',
    JSON.stringify({ payload: validPayload, protected: validHeader, signature: validSignature }),
  ],
  ['malformed', 'a header that is no JSON', signed('{alg:HS256}', good, hmac)],
  ['malformed', 'a header that is a list', signed([HEADER], good, hmac)],
  // claims of somebody else, or of nobody
  ...[
    undefined,
    null,
    'staging',
    `${workspaceId} `,
    workspaceId.toUpperCase(),
    [],
    [workspaceId, 'other'],
    ['other', workspaceId],
    { id: workspaceId },
    true,
    1,
  ].map((aud) => ['wrong_audience', `aud ${JSON.stringify(aud)}`, ours({ ...good, aud })] as const),
  [
    'wrong_audience',
    'the id of another workspace',
    ours({ ...good, aud: 'ws_0195d000-0000-7000-8000-000000000002' }),
  ],
  ...[undefined, null, 42, 0, '', ' ', ['user-42'], { id: 'user-42' }, true, 'x'.repeat(201)].map(
    (sub) =>
      ['no_subject', `sub ${String(JSON.stringify(sub)).slice(0, 30)}`, ours({ ...good, sub })] as const,
  ),
  ['malformed', 'sub twice', asText(',"sub":"admin"')],
  ['malformed', 'sub twice, once escaped', asText(String.raw`,"\u0073ub":"admin"`)],
  ['malformed', 'aud twice', ours(`{"aud":"other","sub":"user-42","aud":"${workspaceId}"}`)],
  ['malformed', 'claims that are a list', ours([good])],
  ['malformed', 'claims that are text', ours('"user-42"')],
  ['malformed', 'claims that are null', ours('null')],
  ['malformed', 'claims that are no JSON', ours('sub=user-42')],
  ['malformed', 'claims that are not UTF-8', tokenOfBytes(Buffer.from([0xff, 0xfe, 0x7b, 0x7d]))],
  ['malformed', 'an account that is a number', ours({ ...good, account: 7 })],
  ['malformed', 'an account without a name', ours({ ...good, account: '' })],
  // time
  ['expired', '61 s after its end', ours({ ...good, exp: SECONDS - 61 })],
  ['expired', 'long ago', ours({ ...good, exp: 1 })],
  ['expired', 'exp 0', ours({ ...good, exp: 0 })],
  ['not_yet_valid', '61 s before its beginning', ours({ ...good, nbf: SECONDS + 61 })],
  ['not_yet_valid', 'issued in the future', ours({ ...good, iat: SECONDS + 3_600 })],
  ...['"never"', `"${SECONDS + 300}"`, 'null', '1e400', '-1', '{}', '[9999999999]', 'true', '9e15'].map(
    (exp) => ['malformed', `exp ${exp}`, asText(`,"exp":${exp}`)] as const,
  ),
  ['malformed', 'nbf as text', asText(',"nbf":"now"')],
  // traits
  ['bad_traits', 'traits in a list', ours({ ...good, traits: ['admin'] })],
  ['bad_traits', 'traits one inside another', ours({ ...good, traits: { plan: { name: 'pro' } } })],
  ['bad_traits', 'traits as text', ours({ ...good, traits: 'admin' })],
  ['bad_traits', 'a trait named constructor', asText(',"traits":{"constructor":"x"}')],
  ['bad_traits', 'traits a hundred deep', ours(nested(100))],
  [
    'bad_traits',
    '101 traits',
    ours({ ...good, traits: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`t${n}`, 1])) }),
  ],
  // length
  ['too_long', '4,097 characters', 'x'.repeat(4_097)],
  [
    'too_long',
    'a valid token with much to say',
    ours({ ...good, traits: { note: 'x'.repeat(1_900), more: 'y'.repeat(1_900) } }),
  ],
];

function tokenOfBytes(payload: Buffer): string {
  const input = `${encode(HEADER)}.${payload.toString('base64url')}`;
  return `${input}.${hmac(input)}`;
}

describe('a forged token', () => {
  test('has at least eighty faces here', () => expect(FORGED.length).toBeGreaterThanOrEqual(80));

  test.each(FORGED)('is refused as %s: %s', async (verdict, _, token) => {
    const found = await check(token);
    expect(found.verdict).toBe(verdict);
    expect(found.claims).toBeUndefined();
  });

  test('is refused when the workspace has no key, whatever it says', async () => {
    for (const token of [valid, none('none'), signed(HEADER, good, (input) => hmac(input, ''))])
      expect((await check(token, { keys: [] })).verdict).toBe('no_key');
  });

  test('signed with the key that was revoked stops being accepted', async () => {
    expect((await check(valid)).verdict).toBe('valid');
    expect((await check(valid, { keys: [eddsa] })).verdict).toBe('wrong_algorithm');
  });
});
