import type { Database } from '@banso/database';
import { contents } from '@banso/database';
import type { Bodied } from '@banso/domain/content';
import type { LiveContent } from '../published-contents.ts';
import type { Bodies } from './ledger.ts';
import { versionKey } from './ledger.ts';
import type { Fact } from './recorder.ts';

/** Versions other than the published one: a person may answer what they were shown before the team published again. */
export interface Versions {
  /** Those that the facts were shown, as far as they exist. */
  neededBy(
    workspaceId: string,
    facts: readonly Fact[],
    contents: ReadonlyMap<string, LiveContent>,
  ): Promise<Bodies>;
  /** These versions, as far as they exist, whether their content is live or not. */
  of(workspaceId: string, editions: readonly { contentId: string; version: number }[]): Promise<Bodies>;
}

const KEPT = 500;
const NOTHING: Bodies = new Map();

/** Reads versions once; they never change. */
export function versionsIn(database: Database): Versions {
  const kept = new Map<string, Bodied>();

  async function find(workspaceId: string, contentId: string, version: number): Promise<Bodied | undefined> {
    const key = `${workspaceId} ${versionKey(contentId, version)}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await database
      .forWorkspace(workspaceId)
      .read((db) => contents.findVersion(db, workspaceId, contentId, version));
    if (!found) return undefined;
    kept.set(key, found.draft);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found.draft;
  }

  const of: Versions['of'] = async (workspaceId, editions) => {
    const bodies = new Map<string, Bodied>();
    for (const { contentId, version } of editions) {
      const key = versionKey(contentId, version);
      const found = bodies.has(key) ? undefined : await find(workspaceId, contentId, version);
      if (found) bodies.set(key, found);
    }
    return bodies;
  };

  return {
    async neededBy(workspaceId, facts, live) {
      const needed = new Map<string, { contentId: string; version: number }>();
      for (const { event } of facts) {
        if (!('contentId' in event)) continue;
        const { contentId, version } = event;
        const published = live.get(contentId);
        if (published && published.version !== version)
          needed.set(versionKey(contentId, version), { contentId, version });
      }
      return needed.size === 0 ? NOTHING : of(workspaceId, [...needed.values()]);
    },
    of,
  };
}
