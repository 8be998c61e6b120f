import type { ThemeUse } from '@banso/contract/theme';
import { type Db, segments } from '@banso/database';

/** Contents that are not archived and choose a theme, by its id. */
export type ThemeUses = ReadonlyMap<string, readonly ThemeUse[]>;

/** Who wears these themes by their own choice. */
export async function themeUsesOf(db: Db, workspaceId: string, ids: readonly string[]): Promise<ThemeUses> {
  const uses = new Map<string, ThemeUse[]>(ids.map((id) => [id, []]));
  for (const { id, kind, name, draft, onShow } of await segments.listNaming(db, workspaceId, ids)) {
    const live = new Set(onShow.map(({ delivery }) => delivery.themeId));
    for (const chosen of new Set([...live, draft.delivery.themeId]))
      if (chosen !== undefined) uses.get(chosen)?.push({ id, kind, name, isLive: live.has(chosen) });
  }
  return uses;
}
