import { common } from '@banso/contract';
import { PREVIEW_PARAMETER, PreviewAs, PreviewLink, PreviewLinkRequest } from '@banso/contract/preview';
import type { ContentRecord } from '@banso/database';
import { addMs, HOUR_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../app-env.ts';
import { invalidField } from '../errors.ts';
import { body, json, operation, router } from '../operation.ts';
import { contentDesk } from './desk.ts';
import type { Kind } from './kinds.ts';
import { getContent, memberOf, writeDown } from './lifecycle.ts';
import { previewAs } from './preview-as.ts';
import { previewToken } from './preview-token.ts';
import { renderContent } from './render.ts';

/** A working day. */
const VALID_MS = 8 * HOUR_MS;

/** Drafts as customers would see them: beside their form, and on the customer's own page. Mounted once for each kind. */
export function previewRoutes(deps: Deps, kind: Kind) {
  const { clock, database, published, settings } = deps;
  const { schemas } = kind;
  const { path, tags, Params, actOf, reading } = contentDesk(deps, kind);
  return router()
    .openapi(
      operation('read', {
        method: 'post',
        path: `${path}/preview`,
        tags,
        summary: 'Draw a draft as the widget would get it, without storing anything',
        request: { body: body(z.strictObject({ draft: schemas.Draft, locale: common.Locale })) },
        responses: { 200: json(z.object({ content: z.unknown() }), 'The content in this language') },
      }),
      (c) => {
        const { draft, locale } = c.req.valid('json') as { draft: ContentRecord['draft']; locale: string };
        return c.json(
          {
            content: renderContent(
              {
                id: `${kind.prefix}_preview`,
                slug: 'preview',
                version: 0,
                kind: kind.kind,
                publishedAt: clock.now(),
                draft,
              },
              locale,
            ),
          },
          200,
        );
      },
    )
    .openapi(
      operation('read', {
        method: 'post',
        path: `${path}/{id}/preview-as`,
        tags,
        summary: 'Say how one person would find a draft, without storing anything',
        description:
          'As if the draft were live now, whatever its dates, and the person on a page and a device that it is for: the language and the variant that they would get, what would be decided and why, and of a checklist how far they are.',
        request: {
          params: Params,
          body: body(z.strictObject({ draft: schemas.Draft, contact: common.ContactId })),
        },
        responses: { 200: json(PreviewAs, 'How they would find it') },
      }),
      async (c) => {
        const { draft, contact } = c.req.valid('json') as { draft: ContentRecord['draft']; contact: string };
        const live = await published.of(c.var.workspaceId);
        const found = await reading(c, c.req.valid('param').id, (record, { workspaceId, at }, db) =>
          previewAs(db, workspaceId, { live, record: { ...record, draft }, contact, at }),
        );
        return c.json(found, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/preview-links`,
        tags,
        summary: 'Make a link that shows the draft on a page of your product',
        description:
          'The page must have the script of this workspace. Whoever opens the link within eight hours sees the draft as it is then, in place of what they would see; nothing they do there is sent, and no one is counted. The link shows nothing on pages of another origin, and nothing once its maker has left the team.',
        request: { params: Params, body: body(PreviewLinkRequest) },
        responses: { 201: json(PreviewLink, 'The address to open') },
      }),
      async (c) => {
        const act = actOf(c);
        const { url, variant = null } = c.req.valid('json');
        const page = new URL(url);
        if (page.username !== '' || page.password !== '') throw carriesPassword();
        const expiresAt = addMs(act.at, VALID_MS);
        await database.forWorkspace(act.workspaceId).write(async (db) => {
          const record = await getContent(db, act, kind.kind, c.req.valid('param').id);
          await writeDown(db, act, 'preview', record, { origin: page.origin, expiresAt });
          page.searchParams.set(
            PREVIEW_PARAMETER,
            previewToken(settings.secret, act.workspaceId, {
              kind: kind.kind,
              contentId: record.id,
              variant,
              origin: page.origin,
              memberId: memberOf(act),
              expiresAt,
            }),
          );
        });
        return c.json({ url: page.href, expiresAt }, 201);
      },
    );
}

const carriesPassword = () => invalidField('url', 'invalid', 'must hold no password');
