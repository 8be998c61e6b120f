import type { Db } from '@banso/database';
import { contents } from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { bodyOf } from '@banso/domain/content';
import type { TargetSurvey } from '@banso/domain/history';

/** More than anybody has; a list that is longer is cut. */
const MOST = 1_000;

/**
 * The surveys that answers can be imported into, archived ones too: with the version that stands, or is to come at a time that is set.
 */
export async function targetSurveys(
  db: Db,
  workspaceId: string,
): Promise<(TargetSurvey & { body: SurveyBody })[]> {
  const found = [
    ...(await contents.list(db, workspaceId, 'survey', { limit: MOST })),
    ...(await contents.list(db, workspaceId, 'survey', { status: 'archived', limit: MOST })),
  ];
  const surveys: TargetSurvey[] = [];
  for (const { id, slug, name, version: standing, next, draft } of found) {
    const version = standing ?? next?.version ?? null;
    const published = version === null ? undefined : await contents.findVersion(db, workspaceId, id, version);
    const body = bodyOf(published?.draft ?? draft, null);
    if (body && 'questions' in body)
      surveys.push({ id, slug, name, version: published ? version : null, body });
  }
  return surveys;
}
