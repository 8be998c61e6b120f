import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a script needs to drive a demo from outside: the file that the seed writes. */
export interface DemoFacts {
  url: string;
  consoleUrl: string;
  playgroundUrl: string;
  workspaceId: string;
  publishableKey: string;
  secretKey: string;
  identitySecret: string;
}

/** Reads `demo.json` from a server's folder. @throws {Error} when there is none. */
export async function readDemo(dataDir: string): Promise<DemoFacts> {
  return JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as DemoFacts;
}
