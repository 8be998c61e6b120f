import { common } from '@banso/contract';
import * as links from '@banso/contract/survey-links';
import type { Addressee, AddresseesOf, Db, SurveyLinkRecord } from '@banso/database';
import { audit, contents, members, segments, surveyLinks } from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { scaleOf, scoresOf } from '@banso/domain/content';
import { csvLine, csvOf } from '@banso/domain/text';
import { addMs, DAY_MS } from '@banso/domain/time';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../app-env.ts';
import { getContent } from '../../contents/lifecycle.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { catalogueOf, sharedChecklistsIn } from '../../recorder/catalogue.ts';
import { hostedUrl, linkToken } from './link-token.ts';

const tags = ['surveys'];
const path = '/v1/surveys/{id}/links';
const OfSurvey = z.object({ id: common.SurveyId });
const OfLink = OfSurvey.extend({ linkId: links.SurveyLinkId });
const DAYS_OF_PERSONAL = 30;
const MOST_LINKS = 200;
/** Addresses written together: each page of people is a read of its own. */
const TOGETHER = 500;

/** Surveys shared by link. Mounted at the root: `/v1/surveys/{id}/links`. */
export const surveyLinkRoutes = (deps: AppDeps) => {
  const { database, clock, newId, settings, published, limits } = deps;

  const urlOf = (workspaceId: string, linkId: string, contactId?: string) =>
    hostedUrl(settings.publicUrl, linkToken(settings.secret, { workspaceId, linkId, contactId }));

  const shown = async (
    c: Context<AppEnv>,
    db: Db,
    records: readonly SurveyLinkRecord[],
    nameOf: (member: string) => string | undefined,
  ): Promise<links.SurveyLink[]> => {
    const { workspaceId } = c.var;
    const answers = await surveyLinks.answersBy(
      db,
      workspaceId,
      records.map(({ id }) => id),
    );
    return records.map(({ contentId, createdBy, ...link }) => ({
      ...link,
      surveyId: contentId,
      url: link.kind === 'open' ? urlOf(workspaceId, link.id) : null,
      createdBy: createdBy === null ? null : { id: createdBy, name: nameOf(createdBy) ?? '' },
      answers: answers.get(link.id) ?? { begun: 0, completed: 0 },
    }));
  };

  const namesIn = (c: Context<AppEnv>) => members.namesOf(database.control, c.var.workspaceId);
  const actOf = ({ var: { workspaceId, principal } }: Context<AppEnv>) => ({
    workspaceId,
    principal,
    at: clock.now(),
  });
  const writeDown = (
    c: Context<AppEnv>,
    db: Db,
    act: string,
    target: string,
    change: Record<string, unknown>,
  ) =>
    audit.append(db, c.var.workspaceId, {
      at: clock.now(),
      principal: c.var.principal,
      action: `survey_link.${act}`,
      target,
      change,
    });

  /** @throws {AppError} `not_found` */
  const get = async (c: Context<AppEnv>, db: Db, id: string, linkId: string): Promise<SurveyLinkRecord> => {
    const survey = await getContent(db, actOf(c), 'survey', id);
    const found = await surveyLinks.find(db, c.var.workspaceId, linkId);
    if (found?.contentId !== survey.id) throw new AppError('not_found', 'There is no such link.');
    return found;
  };

  /** @throws {AppError} `conflict` for a link that has no personal addresses, or has ended. */
  const getPersonal = async (c: Context<AppEnv>, db: Db, id: string, linkId: string) => {
    const link = await get(c, db, id, linkId);
    if (link.kind !== 'personal') throw new AppError('conflict', 'This link has one address for everybody.');
    if (link.revokedAt !== null) throw new AppError('conflict', 'This link was revoked.');
    return link;
  };

  /** @throws {AppError} `not_found` for a segment that is not there. */
  const addresseesOf = async (
    c: Context<AppEnv>,
    { segmentId, contactIds }: z.infer<typeof links.AddresseesQuery>,
  ): Promise<AddresseesOf> => {
    const { workspaceId } = c.var;
    if (contactIds !== undefined) return { contactIds: contactIds.split(',') };
    if (segmentId !== undefined) {
      const saved = await database
        .forWorkspace(workspaceId)
        .read((db) => segments.conditions(db, workspaceId));
      if (!saved.has(segmentId)) throw new AppError('not_found', 'There is no such segment.');
    }
    const catalogue = catalogueOf(await published.of(workspaceId));
    return {
      condition: segmentId === undefined ? { type: 'all', of: [] } : { type: 'segment', segmentId },
      moment: {
        now: clock.now(),
        sharedChecklists: sharedChecklistsIn(catalogue),
        segments: catalogue.segments,
      },
    };
  };

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the links by which a survey is shared, the newest first',
        request: { params: OfSurvey },
        responses: { 200: json(links.SurveyLinks, 'Every link, with how many answered by it') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const nameOf = await namesIn(c);
        const data = await database.forWorkspace(workspaceId).read(async (db) => {
          await getContent(db, actOf(c), 'survey', id);
          return shown(c, db, await surveyLinks.list(db, workspaceId, id), nameOf);
        });
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path,
        tags,
        summary: 'Share a survey by link',
        description:
          'An open link is one address by which anybody can answer, once a browser as far as that can be told; nobody vouches for these answers. For a personal one, `…/addresses` makes an address for each person.',
        request: { params: OfSurvey, body: body(links.SurveyLinkCreate) },
        responses: { 201: json(links.SurveyLink, 'The link') },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { kind, channel, name, expiresInDays } = c.req.valid('json');
        const at = clock.now();
        const days = expiresInDays === undefined && kind === 'personal' ? DAYS_OF_PERSONAL : expiresInDays;
        const record: SurveyLinkRecord = {
          id: newId('lnk'),
          contentId: id,
          kind,
          channel,
          name,
          expiresAt: days === null || days === undefined ? null : addMs(at, days * DAY_MS),
          revokedAt: null,
          createdAt: at,
          createdBy: principal.kind === 'member' ? principal.id : null,
        };
        const nameOf = await namesIn(c);
        const [link] = await database.forWorkspace(workspaceId).write(async (db) => {
          const survey = await getContent(db, actOf(c), 'survey', id);
          if (survey.version === null)
            throw new AppError('conflict', 'Publish the survey first: a link shows what is published.');
          if ((await surveyLinks.list(db, workspaceId, id)).length >= MOST_LINKS)
            throw new AppError('conflict', `A survey has ${MOST_LINKS} links at most.`);
          await surveyLinks.create(db, workspaceId, record);
          await writeDown(c, db, 'create', record.id, {
            survey: id,
            kind,
            channel,
            name,
            expiresAt: record.expiresAt,
          });
          return shown(c, db, [record], nameOf);
        });
        if (!link) throw new Error('A link is always shown');
        return c.json(link, 201);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/revoke`,
        tags,
        summary: 'Revoke every link to a survey',
        description:
          'For good: none of their addresses asks anything any more. Answers that came by them stay.',
        request: { params: OfSurvey },
        responses: { 200: json(links.RevokedLinks, 'How many worked until now') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        const revoked = await database.forWorkspace(workspaceId).write(async (db) => {
          await getContent(db, actOf(c), 'survey', id);
          const ids = await surveyLinks.revoke(db, workspaceId, { contentId: id }, clock.now());
          for (const linkId of ids) await writeDown(c, db, 'revoke', linkId, { survey: id });
          return ids.length;
        });
        return c.json({ revoked }, 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'post',
        path: `${path}/{linkId}/revoke`,
        tags,
        summary: 'Revoke one link, with every address that was made of it',
        request: { params: OfLink },
        responses: { 200: json(links.SurveyLink, 'The link') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id, linkId } = c.req.valid('param');
        const nameOf = await namesIn(c);
        const [link] = await database.forWorkspace(workspaceId).write(async (db) => {
          await get(c, db, id, linkId);
          const ids = await surveyLinks.revoke(db, workspaceId, { contentId: id, id: linkId }, clock.now());
          for (const one of ids) await writeDown(c, db, 'revoke', one, { survey: id });
          return shown(c, db, [await get(c, db, id, linkId)], nameOf);
        });
        if (!link) throw new Error('A link is always shown');
        return c.json(link, 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'get',
        path: `${path}/{linkId}/addresses`,
        tags,
        summary: 'How many people would get a personal address, and an example',
        description:
          'Nobody gets one who is erased, anonymous, or has asked for no surveys at all. Addresses are made when they are asked for: nothing is kept.',
        request: { params: OfLink, query: links.AddresseesQuery },
        responses: { 200: json(links.Addressees, 'The count') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id, linkId } = c.req.valid('param');
        const of = await addresseesOf(c, c.req.valid('query'));
        const counted = await database.forWorkspace(workspaceId).read(async (db) => {
          await getPersonal(c, db, id, linkId);
          const [first] = await surveyLinks.listAddressees(db, workspaceId, of, {
            after: undefined,
            limit: 1,
          });
          return { first, ...(await surveyLinks.countAddressees(db, workspaceId, of)) };
        });
        const { first, all, people, withoutEmail } = counted;
        const example = first ? { contactId: first.id, url: urlOf(workspaceId, linkId, first.id) } : null;
        return c.json({ people, withoutEmail, leftOut: all - people, example }, 200);
      },
    )
    .openapi(
      operation('publish', {
        method: 'get',
        path: `${path}/{linkId}/addresses/csv`,
        tags,
        summary: 'A personal address for each of these people, as CSV',
        description:
          'For the sender of your e-mails: `link` is the page, `score_0` and so on the page with that score chosen. Whoever opens an address answers for its person. Taking the file is written into the audit log.',
        request: { params: OfLink, query: links.AddresseesQuery },
        responses: {
          200: {
            description: 'The file, written as fast as it is fetched',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id, linkId } = c.req.valid('param');
        const query = c.req.valid('query');
        await limits.take('export', workspaceId, principal.id);
        const of = await addresseesOf(c, query);
        const scores = await database.forWorkspace(workspaceId).write(async (db) => {
          const link = await getPersonal(c, db, id, linkId);
          await writeDown(c, db, 'addresses', link.id, { survey: id, ...query });
          return scoresIn(db, workspaceId, id);
        });
        const rowOf = ({ id: contactId, email, name, locale }: Addressee) => {
          const url = urlOf(workspaceId, linkId, contactId);
          const each = scores.map((score) => `${url}?score=${score}`);
          return [contactId, email ?? '', name ?? '', locale ?? '', url, ...each];
        };
        async function* text(): AsyncGenerator<string> {
          const columns = ['contact_id', 'email', 'name', 'locale', 'link'];
          yield csvOf([[...columns, ...scores.map((score) => `score_${score}`)]]);
          let after: string | undefined;
          do {
            const from = after;
            const people = await database
              .forWorkspace(workspaceId)
              .read((db) =>
                surveyLinks.listAddressees(db, workspaceId, of, { after: from, limit: TOGETHER }),
              );
            if (people.length > 0) yield people.map((one) => csvLine(rowOf(one))).join('');
            after = people.length === TOGETHER ? people.at(-1)?.id : undefined;
          } while (after !== undefined);
        }
        return c.body(ReadableStream.from(text()).pipeThrough(new TextEncoderStream()), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="survey-links.csv"',
          'cache-control': 'no-store',
        });
      },
    );
};

/** The scores that the first question of what is published asks for; none: it asks for something else. */
async function scoresIn(db: Db, workspaceId: string, surveyId: string): Promise<number[]> {
  const survey = await contents.find(db, workspaceId, 'survey', surveyId);
  const version = survey?.version ?? undefined;
  const published =
    version === undefined ? undefined : await contents.findVersion(db, workspaceId, surveyId, version);
  const scale = scaleOf((published?.draft.body as SurveyBody | undefined)?.questions[0]?.type ?? '');
  return scale ? scoresOf(scale) : [];
}
