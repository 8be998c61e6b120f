// One install and build at a time in a checkout, however many commands were started beside each other.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 1_000;
/** A holder that has not beaten for so long is gone, or asleep with its machine. */
const STALE_MS = 15_000;

/** The process id in the lock, or undefined when the lock is free or half written. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0; // it went away while we looked
  }
}

function isStale(file) {
  const pid = holderOf(file);
  return ageMs(file) > STALE_MS || (pid !== undefined && !isRunning(pid));
}

function tryToTake(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, `${process.pid}`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function keepAlive(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // taken over while this machine slept: the work goes on, at worst beside another's
  }
}

/** Removes a stale lock. Only one process at a time may do so, lest it remove the next holder's lock. */
function clearStale(file) {
  const guard = `${file}.clearing`;
  try {
    mkdirSync(guard);
  } catch {
    if (ageMs(guard) > STALE_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

/**
 * Runs `work` while holding the lock `file`; waits for whoever holds it, and takes over from one that died.
 * @param onWait - Called once if there is somebody to wait for.
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = 0; !tryToTake(file); waited += 1) {
    if (waited === 0) onWait();
    if (isStale(file)) clearStale(file);
    await sleep(100);
  }
  const release = () => holderOf(file) === process.pid && rmSync(file, { force: true });
  const beat = setInterval(() => keepAlive(file), BEAT_MS);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}
