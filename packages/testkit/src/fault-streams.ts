import type { Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Forwards so many bytes, then resets the receiver's connection. With 0 the first byte of the answer triggers it.
 * Not a Transform: only `write`'s callback tells that the kernel has the bytes, and a reset drops what it has not.
 */
export function forwardThenReset(from: Socket, to: Socket, afterBytes: number): void {
  let left = afterBytes;
  from.on('data', (chunk: Buffer) => {
    const part = chunk.subarray(0, Math.max(0, left));
    left -= chunk.length;
    const isLast = left <= 0;
    if (isLast) from.removeAllListeners('data');
    if (part.length > 0) to.write(part, () => isLast && to.resetAndDestroy());
    else to.resetAndDestroy();
  });
  from.on('end', () => to.end());
}

/** Hands on `bytes` bytes at a time, waiting `everyMs` milliseconds before each piece. */
export function dripping(bytes: number, everyMs: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      void (async () => {
        for (let at = 0; at < chunk.length; at += bytes) {
          await sleep(everyMs);
          this.push(chunk.subarray(at, at + bytes));
        }
        done();
      })();
    },
  });
}

/** Hands every chunk on `ms` milliseconds after it came, in order; chunks do not wait for each other. */
export function delayed(ms: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      setTimeout(() => this.push(chunk), ms);
      done();
    },
    flush(done) {
      setTimeout(done, ms);
    },
  });
}
