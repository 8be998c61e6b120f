import { common } from '@banso/contract';
import * as history from '@banso/contract/history';
import { audit, contents, type Db, imports, type ImportRecord, members } from '@banso/database';
import type { ImportChoices, ImportStatus } from '@banso/domain/history';
import { BYTE_ORDER_MARK, csvLine } from '@banso/domain/text';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { AppError, type FieldError, invalidField } from '../../errors.ts';
import { checkImport } from '../../imports/check-import.ts';
import { runImport } from '../../imports/run-import.ts';
import { targetSurveys } from '../../imports/target-surveys.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { requireTexts } from '../../withheld-texts.ts';
import { withoutUndefined } from '../../without-undefined.ts';
import { readUpload } from './read-upload.ts';
import { detailOf, summaryOf } from './records.ts';

const tags = ['imports'];
const path = '/v1/imports';
const Params = z.object({ id: history.ImportId });
const summaryJson = json(history.ImportSummary, 'The import');
const importJson = json(
  history.Import,
  'The import, what stands in its file, and what its columns seem to mean',
);

/** Survey history from elsewhere. Mounted at the root: `/v1/imports`. */
export const importRoutes = (deps: AppDeps) => {
  const { database, clock, newId, settings } = deps;
  const inWorkspace = ({ var: { workspaceId } }: Context<AppEnv>) => database.forWorkspace(workspaceId);

  const getIn = async (db: Db, workspaceId: string, id: string): Promise<ImportRecord> => {
    const found = await imports.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such import.');
    return found;
  };
  const summary = async (c: Context<AppEnv>, id: string) => {
    const { workspaceId } = c.var;
    const nameOf = await members.namesOf(database.control, workspaceId);
    return inWorkspace(c).read(async (db) => {
      const counts = await imports.countRows(db, workspaceId, [id]);
      return summaryOf(await getIn(db, workspaceId, id), counts.get(id) ?? {}, nameOf);
    });
  };
  const detail = async (c: Context<AppEnv>, id: string, surveyId?: string) => {
    const { workspaceId } = c.var;
    const head = await summary(c, id);
    return inWorkspace(c).read(async (db) => {
      const found = await getIn(db, workspaceId, id);
      const lines = await imports.listRows(db, workspaceId, id, { after: 0, limit: 200 });
      const wanted = surveyId ?? found.choices?.surveyId;
      const survey = (await targetSurveys(db, workspaceId)).find((one) => one.id === wanted);
      return { ...head, ...detailOf(found, lines, survey) };
    });
  };
  /** Moves an import on, writes that down, and sets to work. */
  const start = async (c: Context<AppEnv>, id: string, from: ImportStatus, to: 'running' | 'undoing') => {
    const { workspaceId, principal } = c.var;
    const at = clock.now();
    await inWorkspace(c).write(async (db) => {
      const { status, fileName, report } = await getIn(db, workspaceId, id);
      const told = report as history.ImportReport | null;
      if (to === 'running' && told !== null && told.ready + told.changed === 0)
        throw new AppError('conflict', 'There is no line that could be imported.');
      const moved = await imports.change(
        db,
        workspaceId,
        { id, from: [from] },
        { status: to, ...(to === 'running' && { startedAt: at }) },
      );
      if (!moved) throw new AppError('conflict', REFUSALS[to][status] ?? `The import is ${status}.`);
      await audit.append(db, workspaceId, {
        at,
        principal,
        action: to === 'running' ? 'import.run' : 'import.undo',
        target: id,
        change: { name: fileName },
      });
    });
    void runImport(deps, workspaceId, id);
    return summary(c, id);
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the imports of survey history, newest first',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(history.ImportSummary), 'A page of imports') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { limit, cursor } = c.req.valid('query');
        const before = cursorOf(cursor, 'imp');
        const nameOf = await members.namesOf(database.control, workspaceId);
        const page = await inWorkspace(c).read(async (db) => {
          const found = await imports.list(db, workspaceId, { before, limit: limit + 1 });
          const counts = await imports.countRows(
            db,
            workspaceId,
            found.map(({ id }) => id),
          );
          return pageOf(found, limit, (record) => summaryOf(record, counts.get(record.id) ?? {}, nameOf));
        });
        return c.json(page, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Bring a file of survey history',
        description: `CSV with commas, semicolons or tabs, ${history.MAX_FILE_BYTES / 1_048_576} MiB and ${history.MAX_ROWS} lines at most. How it was written is found out, or named. Nothing is imported yet: the file is kept for seven days for somebody to choose what its columns mean.`,
        request: { body: body(history.ImportUpload) },
        responses: { 201: importJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const upload = c.req.valid('json');
        const { table, encoding } = readUpload(upload);
        const [id, at] = [newId('imp'), clock.now()];
        await inWorkspace(c).write(async (db) => {
          await imports.create(db, workspaceId, {
            id,
            source: upload.source,
            fileName: upload.fileName,
            encoding,
            header: table.header,
            lines: table.rows,
            createdAt: at,
            createdBy: principal.kind === 'member' ? principal.id : null,
          });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'import.create',
            target: id,
            change: { name: upload.fileName },
          });
        });
        return c.json(await detail(c, id), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'An import: how far it is, its first lines, and what its columns seem to mean',
        request: { params: Params, query: history.ImportQuery },
        responses: { 200: importJson },
      }),
      async (c) => c.json(await detail(c, c.req.valid('param').id, c.req.valid('query').surveyId), 200),
    )
    .openapi(
      operation('write', {
        method: 'post',
        path: `${path}/{id}/check`,
        tags,
        summary: 'Choose what the columns mean, and see what would become of each line: a dry run',
        request: { params: Params, body: body(history.ImportChoices) },
        responses: { 200: importJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const choices = withoutUndefined(c.req.valid('json')) as ImportChoices;
        const found = await inWorkspace(c).read((db) => getIn(db, workspaceId, id));
        if (!isOpen(found.status)) throw new AppError('conflict', `The import is ${found.status} already.`);
        requireFitting(choices, found.header);
        await inWorkspace(c).read((db) => requireSurvey(db, workspaceId, choices.surveyId));
        const report = await checkImport(
          { database, secret: settings.secret, now: clock.now() },
          workspaceId,
          found,
          choices,
        );
        const changed = await inWorkspace(c).write((db) =>
          imports.change(db, workspaceId, { id, from: OPEN }, { choices, report, status: 'checked' }),
        );
        if (!changed) throw new AppError('conflict', 'The import was started meanwhile.');
        return c.json(await detail(c, id), 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/run`,
        tags,
        summary: 'Import the file as it was checked',
        description:
          'Goes on in the background, also after a restart; the import tells how far it is. Lines that came before change nothing. The answers are facts with their own times: they count in scores and in how often people are asked, and open nothing that is for now.',
        request: { params: Params },
        responses: { 202: summaryJson },
      }),
      async (c) => c.json(await start(c, c.req.valid('param').id, 'checked', 'running'), 202),
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{id}/undo`,
        tags,
        summary: 'Take a whole import back',
        description:
          'Takes out exactly what it brought: responses, facts, what was counted, and people and accounts that nobody but this import knows. Goes on in the background.',
        request: { params: Params },
        responses: { 202: summaryJson },
      }),
      async (c) => c.json(await start(c, c.req.valid('param').id, 'done', 'undoing'), 202),
    )
    .openapi(
      operation('write', {
        method: 'get',
        path: `${path}/{id}/errors`,
        tags,
        summary: 'The lines that were not imported, as a file with what is wrong with each',
        description:
          'The columns of the file, behind its line and the problem: mended, it can be imported again.',
        request: { params: Params },
        responses: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
        },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        requireTexts(c);
        const { header } = await inWorkspace(c).read((db) => getIn(db, workspaceId, id));
        const failed = async function* () {
          yield `${BYTE_ORDER_MARK}${csvLine(['line', 'problem', ...header])}`;
          for (let after = 0; ;) {
            const page = { state: 'failed' as const, after, limit: 500 };
            const rows = await inWorkspace(c).read((db) => imports.listRows(db, workspaceId, id, page));
            for (const { line, cells, problems } of rows) {
              const said = problems.map(({ column, code }) =>
                column === null ? code : `${column}: ${code}`,
              );
              yield csvLine([`${line}`, said.join('; '), ...(cells ?? [])]);
            }
            const last = rows.at(-1);
            if (!last || rows.length < 500) return;
            after = last.line;
          }
        };
        const file = ReadableStream.from(failed()).pipeThrough(new TextEncoderStream());
        return c.body(file, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${id}-errors.csv"`,
          'cache-control': 'no-store',
        });
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Forget a file that was not imported',
        request: { params: Params },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        await inWorkspace(c).write(async (db) => {
          const { fileName } = await getIn(db, workspaceId, id);
          if (!(await imports.remove(db, workspaceId, id)))
            throw new AppError('conflict', 'It was imported: undo it instead.');
          await audit.append(db, workspaceId, {
            at: clock.now(),
            principal,
            action: 'import.delete',
            target: id,
            change: { name: fileName },
          });
        });
        return c.body(null, 204);
      },
    );
};

const OPEN: readonly ImportStatus[] = ['uploaded', 'checked'];
const isOpen = (status: ImportStatus): boolean => OPEN.includes(status);

/** Why an import cannot go on from where it is. */
const REFUSALS: Readonly<Record<'running' | 'undoing', Partial<Record<ImportStatus, string>>>> = {
  running: { uploaded: 'Check it first: nobody has seen what would become of it.' },
  undoing: { running: 'It is still at work: undo it when it is through.' },
};

/** @throws {AppError} `invalid` when there is no such survey. */
async function requireSurvey(db: Db, workspaceId: string, surveyId: string | null): Promise<void> {
  if (surveyId === null || (await contents.find(db, workspaceId, 'survey', surveyId))) return;
  const message = 'there is no such survey';
  throw invalidField('surveyId', 'unknown', message);
}

/** @throws {AppError} `invalid` with the column that the file does not have, or what is needed and missing. */
function requireFitting({ surveyId, columns }: ImportChoices, header: readonly string[]): void {
  const { fields, questions } = columns;
  const errors: FieldError[] = [
    ...Object.entries(fields).map(([name, at]) => [`columns.fields.${name}`, at ?? 0] as const),
    ...Object.entries(questions).map(([key, at]) => [`columns.questions.${key}`, at] as const),
  ]
    .filter(([, at]) => at >= header.length)
    .map(([field]) => ({ path: field, code: 'too_big', message: 'the file has no such column' }));
  const missing = (field: string, message: string) => errors.push({ path: field, code: 'required', message });
  if (fields.email === undefined && fields.externalId === undefined)
    missing('columns.fields.email', 'a column must say who answered: an address or an id');
  if (fields.answeredAt === undefined)
    missing('columns.fields.answeredAt', 'a column must say when it was answered');
  if (surveyId === null && fields.survey === undefined)
    missing('surveyId', 'a survey, or a column that names one, is needed');
  const [first] = errors;
  if (first) throw new AppError('invalid', `${first.path}: ${first.message}`, { errors });
}
