import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../settings.ts';

const Facts = z.object({
  url: z.string(),
  consoleUrl: z.string(),
  playgroundUrl: z.string(),
  workspaceId: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  identitySecret: z.string(),
});

/** What scripts need to drive the demo from outside: `demo.json` in the data folder. */
export type DemoFacts = z.infer<typeof Facts>;
/** The part that does not depend on where the service listens. */
export type DemoKeys = Omit<DemoFacts, 'url' | 'consoleUrl' | 'playgroundUrl'>;

type Place = Pick<Settings, 'dataDir' | 'publicUrl'>;

const fileIn = (dataDir: string): string => join(dataDir, 'demo.json');

/** Writes the file, readable by its owner only, with the addresses of this start. */
export async function writeDemoFile({ dataDir, publicUrl }: Place, keys: DemoKeys): Promise<DemoFacts> {
  const { workspaceId, publishableKey, secretKey, identitySecret } = keys;
  const facts: DemoFacts = {
    url: publicUrl,
    consoleUrl: `${publicUrl}/console/`,
    playgroundUrl: `${publicUrl}/playground/`,
    workspaceId,
    publishableKey,
    secretKey,
    identitySecret,
  };
  // never half a file, whoever reads meanwhile
  const draft = `${fileIn(dataDir)}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(draft, fileIn(dataDir));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return facts;
}

/** The file as it stands; undefined when there is none, or none that can be read. */
export async function readDemoFile({ dataDir }: Place): Promise<DemoFacts | undefined> {
  try {
    return Facts.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  } catch {
    return undefined; // lost or damaged: it is made anew
  }
}
