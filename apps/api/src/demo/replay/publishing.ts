import { audit, contents } from '@banso/database';
import type { ContentDraft, Db } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import { change, getContent, publish } from '../../contents/lifecycle.ts';
import type { KnownContent } from '../history/published-on.ts';
import type { MemberKey } from '../team.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Hours of the UTC day at which the team does what: whoever comes that day sees what was published. */
const CREATED_AT = -16;
const PUBLISHED_AT = -1;
const EDITED_AT = 4.2;

/** What the team does to contents: create, publish, publish again, leave a draft. */
export function publishingActs(stage: Stage, contents: readonly KnownContent[]): Act[] {
  const { calendar } = stage;
  return contents.flatMap((content): Act[] => [
    { at: calendar.at(content.createdOn, CREATED_AT), run: (at) => create(stage, content, at) },
    ...content.versions.map(({ day, by, note, draft }): Act => {
      const at = calendar.at(day, PUBLISHED_AT);
      return { at, run: () => publishNext(stage, content, { at, by, note, draft }) };
    }),
    ...(content.draft && content.versions.length > 0 ? [edited(stage, content, content.draft)] : []),
  ]);
}

async function create(stage: Stage, content: KnownContent, at: Instant): Promise<void> {
  const { id, kind, slug, name, by, versions, draft: unpublished } = content;
  const draft = versions[0]?.draft ?? unpublished?.draft;
  if (!draft) throw new RangeError(`${slug} says nothing`);
  const principal = stage.principalOf(by);
  const updatedAt = unpublished && versions.length === 0 ? stage.calendar.at(unpublished.day, EDITED_AT) : at;
  await inWorkspace(stage, async (db, workspaceId) => {
    const state = { status: 'draft', version: null, publishedAt: null, edited: false, revision: 1 } as const;
    const times = { startsAt: null, endsAt: null, next: null } as const;
    const record = {
      id,
      kind,
      slug,
      name,
      draft,
      createdAt: at,
      updatedAt,
      updatedBy: principal.id,
      draftedBy: principal.id,
      draftRevision: 1,
      lastVersion: 0,
      tags: content.tags ?? [],
      ...state,
      ...times,
    };
    if (!(await contents.create(db, workspaceId, record))) throw new Error(`The slug ${slug} is taken`);
    await audit.append(db, workspaceId, {
      at,
      principal,
      action: `${kind}.create`,
      target: id,
      change: { name },
    });
  });
}

async function publishNext(
  stage: Stage,
  { id, kind }: KnownContent,
  { at, by, note, draft }: { at: Instant; by: MemberKey; note: string; draft: ContentDraft },
): Promise<void> {
  const { published, company, principalOf } = stage;
  await inWorkspace(stage, async (db, workspaceId) => {
    const act = { workspaceId, principal: principalOf(by), at };
    await publish(db, act, await getContent(db, act, kind, id), draft, { note });
  });
  published.invalidate(company.workspaceId);
  // read now: the visits that follow are taken in their order, and none waits for this
  await published.of(company.workspaceId);
}

function edited(
  stage: Stage,
  { id, kind }: KnownContent,
  { day, by, draft }: NonNullable<KnownContent['draft']>,
): Act {
  const at = stage.calendar.at(day, EDITED_AT);
  const run = () =>
    inWorkspace(stage, async (db: Db, workspaceId) => {
      const act = { workspaceId, principal: stage.principalOf(by), at };
      await change(db, act, 'update', await getContent(db, act, kind, id), {
        draft,
        edited: true,
        draftedBy: stage.principalOf(by).id,
      });
    });
  return { at, run };
}
