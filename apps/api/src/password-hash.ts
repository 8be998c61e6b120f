import type { ScryptOptions } from 'node:crypto';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from './errors.ts';

/** OWASP's scrypt setting: 128 MiB and about a third of a second for each guess. */
const COST = { log2N: 17, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Each hash takes 128 MiB: no more than this many at a time, and no more than that many waiting. */
const AT_ONCE = 2;
const WAITING = 50;

let running = 0;
const queue: (() => void)[] = [];

async function withSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING)
      throw new AppError('unavailable', 'Too many people sign in at once.', { retryAfter: 5 });
    await new Promise<void>((go) => queue.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    // the slot goes on to whoever waits
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return withSlot(
    () =>
      new Promise((done, fail) => {
        scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
          error ? fail(error) : done(key),
        );
      }),
  );
}

const optionsOf = (log2N: number, r: number, p: number): ScryptOptions => ({
  N: 2 ** log2N,
  r,
  p,
  maxmem: 256 * 2 ** log2N * r,
});

/** A salted hash of a password, with its parameters in it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { log2N, r, p } = COST;
  const key = await derive(password, salt, optionsOf(log2N, r, p));
  return ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compares in constant time; `false` for a hash that is not one of ours. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [kind, log2N, r, p, salt, key] = hash.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(
    password,
    Buffer.from(salt, 'base64url'),
    optionsOf(Number(log2N), Number(r), Number(p)),
  );
  return expected.length === found.length && timingSafeEqual(expected, found);
}
