import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let folder, lock, log;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banso-lock-'));
  lock = join(folder, 'a', 'b.lock');
  log = join(folder, 'log');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that takes the lock, writes `+`, keeps it for a while, writes `-`. */
function holder(ms) {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, '+');
      await new Promise((done) => setTimeout(done, ${ms}));
      appendFileSync(${JSON.stringify(log)}, '-');
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
}

test('processes work one after the other', async () => {
  const processes = Array.from({ length: 5 }, () => holder(30));
  const codes = await Promise.all(processes.map((one) => once(one, 'exit')));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('+-+-+-+-+-');
  expect(existsSync(lock)).toBe(false);
});

test('takes over at once from a process that was killed, whoever is first', async () => {
  const killed = holder(60_000);
  await expect.poll(() => existsSync(log)).toBe(true);
  const ended = once(killed, 'exit');
  killed.kill('SIGKILL');
  await ended;
  expect(existsSync(lock)).toBe(true);
  const heirs = [holder(30), holder(30), holder(30)];
  await Promise.all(heirs.map((one) => once(one, 'exit')));
  expect(readFileSync(log, 'utf8')).toBe('++-+-+-');
});

test('takes over from a living process id that no longer beats', async () => {
  await withLock(lock, () => {});
  writeFileSync(lock, `${process.ppid}`);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  await withLock(lock, () => appendFileSync(log, 'mine'));
  expect(readFileSync(log, 'utf8')).toBe('mine');
});

test('is given back when the work fails, and says once that it waits', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('broken build')))).rejects.toThrow(
    'broken build',
  );
  expect(existsSync(lock)).toBe(false);
  const other = holder(300);
  const ended = once(other, 'exit');
  await expect.poll(() => existsSync(log)).toBe(true);
  let waits = 0;
  await withLock(
    lock,
    () => {},
    () => (waits += 1),
  );
  expect(waits).toBe(1);
  await ended;
});
