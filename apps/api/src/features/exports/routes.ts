import { setTimeout as sleep } from 'node:timers/promises';
import { common } from '@banso/contract';
import * as history from '@banso/contract/history';
import {
  audit,
  contents,
  type Db,
  exports,
  type ExportPlace,
  type ExportRecord,
  members,
} from '@banso/database';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { AppError, invalidField } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { cursorOf, pageOf } from '../../paging.ts';
import { columnNames, exportText, type InTurn, questionsOf } from './export-rows.ts';

const tags = ['exports'];
const path = '/v1/exports';
const Params = z.object({ id: history.ExportId });
const exportJson = json(history.Export, 'The export');

/** Responses, contacts and accounts as files. Mounted at the root: `/v1/exports`. */
export const exportRoutes = ({ database, clock, newId, limits, log }: AppDeps) => {
  const inTurn = turns();
  const inWorkspace = ({ var: { workspaceId } }: Context<AppEnv>) => database.forWorkspace(workspaceId);
  const limited = ({ var: { principal, workspaceId } }: Context<AppEnv>) =>
    limits.take('export', workspaceId, principal.id);

  const getIn = async (db: Db, workspaceId: string, id: string): Promise<ExportRecord> => {
    const found = await exports.find(db, workspaceId, id);
    if (!found) throw new AppError('not_found', 'There is no such export.');
    return found;
  };
  const shown = async (c: Context<AppEnv>, records: readonly ExportRecord[]): Promise<history.Export[]> => {
    const { workspaceId } = c.var;
    const nameOf = await members.namesOf(database.control, workspaceId);
    const names = new Map(
      (await inWorkspace(c).read((db) => contents.listNames(db, workspaceId))).map((one) => [
        one.id,
        one.name,
      ]),
    );
    return records.map(({ surveyId, createdBy, questions: _, ...record }) => ({
      ...record,
      survey: surveyId === null ? null : { id: surveyId, name: names.get(surveyId) ?? surveyId },
      columns: columnNames({ ...record, surveyId, createdBy, questions: _ }),
      createdBy: createdBy === null ? null : { id: createdBy, name: nameOf(createdBy) ?? null },
    }));
  };
  const one = async (c: Context<AppEnv>, record: ExportRecord): Promise<history.Export> => {
    const [found] = await shown(c, [record]);
    if (!found) throw new TypeError('An export was not shown');
    return found;
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the exports, newest first',
        request: { query: common.PageQuery },
        responses: { 200: json(common.page(history.Export), 'A page of exports') },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const before = cursorOf(cursor, 'exp');
        const found = await inWorkspace(c).read((db) =>
          exports.list(db, c.var.workspaceId, { before, limit: limit + 1 }),
        );
        const page = pageOf(found, limit, (record) => record);
        return c.json({ data: await shown(c, page.data), nextCursor: page.nextCursor }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Make an export: what it holds and its columns are fixed from then on',
        description:
          'Its rows are read when the file is fetched. The columns of a survey are those of every question that any of its versions asked; they never depend on an answer. docs/import-export.md lists them.',
        request: { body: body(history.ExportCreate) },
        responses: { 201: exportJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { kind, surveyId, format, byteOrderMark, from, until } = c.req.valid('json');
        if (surveyId !== undefined && kind !== 'responses')
          throw invalid('surveyId', 'goes with responses only');
        await limited(c);
        const at = clock.now();
        const record = await inWorkspace(c).write(async (db) => {
          if (surveyId !== undefined && !(await contents.find(db, workspaceId, 'survey', surveyId)))
            throw invalid('surveyId', 'there is no such survey');
          const id = newId('exp');
          await exports.create(db, workspaceId, {
            id,
            kind,
            surveyId: surveyId ?? null,
            format,
            byteOrderMark,
            from: from ?? null,
            // what is still to come is in no export that was made before
            until: until === undefined || until > at ? at : until,
            questions: surveyId === undefined ? [] : await questionsOf(db, workspaceId, surveyId),
            createdAt: at,
            createdBy: principal.kind === 'member' ? principal.id : null,
          });
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'export.create',
            target: id,
            change: { kind, format, ...(surveyId !== undefined && { surveyId }) },
          });
          return getIn(db, workspaceId, id);
        });
        return c.json(await one(c, record), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'One export, with the names of its columns',
        request: { params: Params },
        responses: { 200: exportJson },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const record = await inWorkspace(c).read((db) => getIn(db, c.var.workspaceId, id));
        return c.json(await one(c, record), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'get',
        path: `${path}/{id}/file`,
        tags,
        summary: 'The file of an export, as a stream',
        description:
          'CSV (RFC 4180, in UTF-8, safe to open in a spreadsheet) or a JSON object a line, oldest first. Where the connection broke, take the id in the last line that arrived whole and go on with `?after=`: what follows is the rest, without headings. Each fetch is written down in the audit log. Texts that the reader may not read are `[withheld]`, in JSON `{"withheld":true}`.',
        request: { params: Params, query: history.ExportFileQuery },
        responses: {
          200: {
            description: 'The rows',
            content: {
              'text/csv': { schema: z.string() },
              'application/jsonl': { schema: z.string() },
            },
          },
        },
      }),
      async (c) => {
        const { workspaceId, principal, withholdsTexts } = c.var;
        const { id } = c.req.valid('param');
        const { after: afterId } = c.req.valid('query');
        await limited(c);
        const at = clock.now();
        const nameOf = await members.namesOf(database.control, workspaceId);
        const { record, after, slug } = await inWorkspace(c).write(async (db) => {
          const found = await getIn(db, workspaceId, id);
          const place = afterId === undefined ? undefined : await placeAfter(db, workspaceId, found, afterId);
          const survey =
            found.surveyId === null
              ? undefined
              : await contents.find(db, workspaceId, 'survey', found.surveyId);
          await exports.noteDownload(db, workspaceId, id, at);
          await audit.append(db, workspaceId, {
            at,
            principal,
            action: 'export.download',
            target: id,
            change: { kind: found.kind, ...(afterId !== undefined && { after: afterId }) },
          });
          return { record: found, after: place, slug: survey?.slug ?? found.kind };
        });
        const { format } = record;
        const text = async function* () {
          try {
            const rows = yield* exportText({
              database,
              workspaceId,
              record,
              nameOf,
              after,
              inTurn,
              withholdsTexts,
            });
            if (after === undefined)
              await database
                .forWorkspace(workspaceId)
                .write((db) => exports.noteRows(db, workspaceId, id, rows));
          } catch (error) {
            // the reader sees a broken file; why is for us
            log.error({ err: error, export: id }, 'an export broke off');
            throw error;
          }
        };
        const file = ReadableStream.from(text()).pipeThrough(new TextEncoderStream());
        return c.body(file, 200, {
          'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
          'content-disposition': `attachment; filename="${slug}-${record.until.slice(0, 10)}.${format}"`,
          'cache-control': 'no-store',
        });
      },
    );
};

/** The rest after each piece of work, in which customers' calls come: so many times as long as it took, */
const REST = 3;
/** but no longer, so that a file comes to its end where there are always calls. */
const MOST_REST_MS = 25;

/** Lets one work at a time, in the order of their coming: however many files are fetched at once, they cost what one does. */
function turns(): InTurn {
  let free: Promise<unknown> = Promise.resolve();
  return (work) => {
    let began = 0;
    const next = free.then(() => {
      began = performance.now();
      return work();
    });
    const rest = () => sleep(Math.min(MOST_REST_MS, REST * (performance.now() - began)));
    free = next.then(rest, rest);
    return next;
  };
}

const PREFIXES: Readonly<Record<ExportRecord['kind'], string>> = {
  responses: 'rsp',
  contacts: 'con',
  accounts: 'acc',
};

/** @throws {AppError} `invalid` for an id that is in no line of such a file. */
async function placeAfter(
  db: Db,
  workspaceId: string,
  { kind }: ExportRecord,
  id: string,
): Promise<ExportPlace> {
  const isOne = new RegExp(`^${PREFIXES[kind]}_[0-9a-f-]{36}$`).test(id);
  const place =
    isOne && kind === 'responses' ? await exports.placeOf(db, workspaceId, id) : { answeredAt: '', id };
  if (isOne && place) return place;
  throw invalid('query.after', 'is the id of no line of this export');
}

const invalid = (field: string, message: string): AppError => invalidField(field, 'unknown', message);
