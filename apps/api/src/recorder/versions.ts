import type { Database } from '@banso/database';
import { contents } from '@banso/database';
import type { ChecklistBody, ResourceBody, SurveyBody } from '@banso/domain/content';
import type { LiveContent } from '../published-contents.ts';
import type { Bodies } from './ledger.ts';
import { versionKey } from './ledger.ts';
import type { Fact } from './recorder.ts';

type Body = ChecklistBody | SurveyBody | ResourceBody;

/** Versions other than the published one: a person may answer what they were shown before the team published again. */
export interface Versions {
  /** Those that the facts were shown, as far as they exist. */
  neededBy(
    workspaceId: string,
    facts: readonly Fact[],
    contents: ReadonlyMap<string, LiveContent>,
  ): Promise<Bodies>;
}

const KEPT = 500;
const NOTHING: Bodies = new Map();

/** Reads versions once; they never change. */
export function versionsIn(database: Database): Versions {
  const kept = new Map<string, Body>();

  async function find(workspaceId: string, contentId: string, version: number): Promise<Body | undefined> {
    const key = `${workspaceId} ${versionKey(contentId, version)}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await database
      .forWorkspace(workspaceId)
      .read((db) => contents.findVersion(db, workspaceId, contentId, version));
    if (!found) return undefined;
    kept.set(key, found.draft.body);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found.draft.body;
  }

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
      if (needed.size === 0) return NOTHING;
      const bodies = new Map<string, Body>();
      for (const [key, { contentId, version }] of needed) {
        const body = await find(workspaceId, contentId, version);
        if (body) bodies.set(key, body);
      }
      return bodies;
    },
  };
}
