import type { ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { GO_FD, syncShim, TELL_FD } from './sync-shim.ts';

/**
 * A disk whose power can be cut. A file is on it as it was when the service flushed it last; everything written since is
 * gone with the power, as it would be from the memory of the machine.
 */
export interface Disk {
  /** The folder as the service sees it. */
  readonly dataDir: string;
  /** Loads the shim into the service. */
  readonly env: NodeJS.ProcessEnv;
  /** Watches the flushes of a service that was started with `env` and two more pipes. */
  watch(child: ChildProcess): void;
  /**
   * The next flush is the last thing that happens: it reaches the disk or not, and is never answered. Where none comes
   * within {@link CUT_MS}, the power goes without one.
   */
  cut(): Promise<void>;
  /** The power is back: `dataDir` is what the disk holds. The service must be gone. */
  restore(): void;
  remove(): void;
}

/** Many times what a service under load lets pass between two flushes. */
const CUT_MS = 250;

/** @throws {Error} where no shim is written for the machine. */
export function unreliableDisk(): Disk {
  const shim = syncShim(process.platform, process.arch);
  if (!shim) throw new Error(`No way to cut the power on ${process.platform}-${process.arch}`);
  const folder = mkdtempSync(join(tmpdir(), 'banso-power-'));
  const library = join(folder, 'sync-shim.so');
  writeFileSync(library, shim);
  const held = join(folder, 'held');
  const [dataDir, spare] = [join(folder, 'seen'), join(folder, 'spare')];
  mkdirSync(dataDir);
  let power: 'on' | 'failing' | 'off' = 'on';
  let gone: () => void = () => undefined;

  function flushed(pid: number, descriptor: number): void {
    const path = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
    if (dirname(path) !== dataDir || !statSync(path).isFile()) return;
    copyFileSync(path, spare);
    renameSync(spare, join(held, basename(path)));
  }

  return {
    dataDir,
    env: { LD_PRELOAD: library },
    watch(child) {
      rmSync(held, { recursive: true, force: true });
      cpSync(dataDir, held, { recursive: true });
      const tells = child.stdio[TELL_FD] as Readable;
      const goes = child.stdio[GO_FD] as Writable;
      goes.on('error', () => undefined); // it was killed while it waited
      tells.on('data', (chunk: Buffer) => {
        for (let at = 0; at + 4 <= chunk.length; at += 4) {
          if (power === 'off') return;
          if (power === 'on' || Math.random() < 0.5) flushed(child.pid ?? 0, chunk.readInt32LE(at));
          if (power === 'failing') return gone();
          goes.write('g');
        }
      });
    },
    cut: () =>
      new Promise((done) => {
        power = 'failing';
        const late = setTimeout(() => gone(), CUT_MS);
        gone = () => {
          clearTimeout(late);
          power = 'off';
          done();
        };
      }),
    restore() {
      power = 'on';
      rmSync(dataDir, { recursive: true, force: true });
      cpSync(held, dataDir, { recursive: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
