import { PreviewRequest, PreviewResponse } from '@banso/contract/preview';
import { contents, members, themes, workspaces } from '@banso/database';
import { localeOf } from '@banso/domain/content';
import type { Deps } from '../../app-env.ts';
import { readPreviewToken } from '../../contents/preview-token.ts';
import type { PreviewGrant } from '../../contents/preview-token.ts';
import { renderContent } from '../../contents/render.ts';
import { AppError } from '../../errors.ts';
import { body, invalid, json, operation, router } from '../../operation.ts';
import { widgetBody } from '../../widget-body.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';

const openPreview = operation('public', {
  method: 'post',
  path: '/v1/w/{key}/preview',
  tags: ['widget'],
  summary: 'Get the draft that a preview link shows on this page',
  description:
    'For pages that were opened with a link of the team (`…/preview-links`). The token holds for the pages of one origin. A link whose time is over answers `session_expired`.',
  request: { params: WidgetKey, body: body(PreviewRequest) },
  responses: { 200: json(PreviewResponse, 'The draft as the widget gets it, and the look that it wears') },
});

/** Drafts on the customer's own pages. Mounted at the root: `/v1/w/{key}/preview`. */
export function pagePreviewRoutes(deps: Pick<Deps, 'database' | 'clock' | 'log' | 'settings'>) {
  const { database, clock, settings } = deps;
  const door = createWidgetDoor(deps);

  const routes = router();
  routes.openAPIRegistry.registerPath(openPreview);
  routes.post('/v1/w/:key/preview', async (c) => {
    const workspaceId = await door.workspaceOf(c.req.param('key'));
    const parsed = PreviewRequest.safeParse(await widgetBody(c));
    if (!parsed.success) throw invalid(parsed.error, 'json');
    const { token, locale } = parsed.data;
    const grant = readPreviewToken(settings.secret, workspaceId, token);
    if (grant?.origin !== c.req.header('origin') || grant === undefined) throw unknown();
    const now = clock.now();
    if (grant.expiresAt <= now) throw ended();
    const workspace = await workspaces.find(database.control, workspaceId);
    if (!workspace || !(await isOfTheTeam(workspace.organisationId, grant))) throw unknown();

    const [record, looks] = await database
      .forWorkspace(workspaceId)
      .read(async (db) => [
        await contents.find(db, workspaceId, grant.kind, grant.contentId),
        await themes.looks(db, workspaceId),
      ]);
    if (!record) throw unknown();
    const { draft, name } = record;
    const shown = localeOf([locale], draft.locales, draft.defaultLocale);
    return c.json(
      {
        content: { ...renderContent({ ...record, version: 0, publishedAt: now }, shown, grant.variant) },
        name,
        theme: looks.get(draft.delivery.themeId ?? '') ?? workspace.theme,
        expiresAt: grant.expiresAt,
      } satisfies PreviewResponse,
      200,
      { 'cache-control': 'no-store' },
    );
  });
  return routes;

  /** A key that made a link vouches for it until the link ends. */
  async function isOfTheTeam(organisationId: string, { memberId }: PreviewGrant): Promise<boolean> {
    return (
      memberId === null || (await members.find(database.control, organisationId, memberId)) !== undefined
    );
  }
}

const unknown = () => new AppError('unauthenticated', 'This link shows nothing on this page.');
const ended = () => new AppError('session_expired', 'The time of this preview is over. Make a new link.');
