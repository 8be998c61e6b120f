import { translation } from '@banso/contract';
import type { ContentRecord } from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import type { Kind } from '../kinds.ts';
import { type Act, getContent } from '../lifecycle.ts';
import { FORMATS } from './formats.ts';
import { countsOf, exportedFile, isTaken, isTold, planImport } from './import-plan.ts';
import { requireClean, requireStorable } from './import-refusals.ts';
import { takeOver } from './take-over.ts';
import { partFor } from './translated-file.ts';

/** Texts of one kind of content out to translators and in again. */
export function translationRoutes({ database, clock }: Deps, kind: Kind) {
  const { schemas, noun } = kind;
  const tags = [noun];
  const path = `/v1/${noun}/{id}/translations` as const;
  const params = z.object({ id: schemas.Id });
  const actOf = (c: Context<AppEnv>): Act => ({
    workspaceId: c.var.workspaceId,
    principal: c.var.principal,
    at: clock.now(),
  });

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'The texts of the draft for translators, as CSV or XLIFF 2.1',
        description:
          'One language at a time. CSV: `key`, the words in the default language, the translation; cells that a spreadsheet would take for a formula begin with an apostrophe. Keys stay when steps, questions or options change their order.',
        request: { params, query: translation.ExportQuery },
        responses: {
          200: {
            description: 'The file; its ETag guards the import',
            content: {
              'text/csv': { schema: z.string() },
              'application/xliff+xml': { schema: z.string() },
            },
          },
        },
      }),
      async (c) => {
        const act = actOf(c);
        const { format, locale } = c.req.valid('query');
        const { id } = c.req.valid('param');
        const record = await database
          .forWorkspace(act.workspaceId)
          .read((db) => getContent(db, act, kind.kind, id));
        requireTranslated(record, locale, 'query.locale');
        const { type, write, ending } = FORMATS[format];
        return c.body(write(exportedFile(kind.kind, record.draft, locale), record.id), 200, {
          'content-type': type,
          'content-disposition': `attachment; filename="${record.slug}.${locale}.${ending}"`,
          etag: etagOf(record.revision),
        });
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Take over a translated file into the draft: all of it, or nothing',
        description:
          'CSV or XLIFF (2.x, 1.2). Texts that the content does not have, and those whose source has changed since the export, are reported; unless `skip=true` one of them refuses the whole file (`conflict`, with the key of each). `dryRun=true` says what would change. Empty translations take nothing away.',
        request: {
          params,
          query: translation.ImportQuery,
          headers: z.object({ 'if-match': z.string().optional() }),
          body: body(translation.ImportRequest),
        },
        responses: { 200: json(translation.ImportReport, 'What became of each text') },
      }),
      async (c) => {
        const act = actOf(c);
        const { id } = c.req.valid('param');
        const { dryRun, skip } = c.req.valid('query');
        const { format, text } = c.req.valid('json');
        const file = FORMATS[format].read(text);
        const { plan, record } = await database.forWorkspace(act.workspaceId).write(async (db) => {
          const found = await getContent(db, act, kind.kind, id);
          requiredRevision(c, found.revision);
          requireTranslated(found, file.locale, 'text');
          const planned = planImport(kind.kind, found.draft, partFor(file, id));
          if (dryRun === 'true') return { plan: planned, record: found };
          if (skip !== 'true') requireClean(planned.problems);
          requireStorable(schemas.Draft, planned.draft);
          const said = { locale: file.locale, format };
          return { plan: planned, record: (await takeOver(db, act, found, planned, said)) ?? found };
        });
        c.header('etag', etagOf(record.revision));
        return c.json(
          {
            locale: file.locale,
            applied: dryRun !== 'true' && plan.texts.some(isTaken),
            counts: countsOf(plan.texts),
            texts: plan.texts.filter(isTold),
          },
          200,
        );
      },
    );
}

/** @throws {AppError} `invalid` when the content is not translated into this language. */
function requireTranslated({ draft }: ContentRecord, locale: string, path: string): void {
  if (locale !== draft.defaultLocale && draft.locales.includes(locale)) return;
  const message =
    locale === draft.defaultLocale
      ? `${locale} is the default language, from which the others are translated`
      : `${locale || 'no language'} is not among the languages of the content (${draft.locales.join(', ')})`;
  throw invalidField(path, 'unknown_locale', message);
}
