import { common } from '@banso/contract';
import * as theme from '@banso/contract/theme';
import {
  audit,
  brokenConstraint,
  type Db,
  members,
  type ThemeRecord,
  themes,
  workspaces,
} from '@banso/database';
import { sameValue } from '@banso/domain/content';
import { themeCorrections } from '@banso/domain/theme';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { approvalRequired, personOf } from '../../contents/review.ts';
import { AppError } from '../../errors.ts';
import { body, json, operation, router } from '../../operation.ts';
import { etagOf, requiredRevision } from '../../revision.ts';
import { freeThemeSlug, themeRightsOf, wearingRefusal } from '../../themes/rules.ts';
import { type ThemeUses, themeUsesOf } from '../../themes/uses-of.ts';
import { withoutUndefined } from '../../without-undefined.ts';

const tags = ['themes'];
const path = '/v1/themes';
const Params = z.object({ id: common.ThemeId });
const IfMatch = z.object({ 'if-match': z.string().optional() });
const recordJson = json(theme.Theme, 'The theme and who wears it; the ETag guards the next change');

/** Named looks of the widget. Mounted at the root: `/v1/themes`. */
export const themeRoutes = (deps: Deps) => {
  const { database, clock, newId } = deps;

  const get = (saved: readonly ThemeRecord[], id: string): ThemeRecord => {
    const found = saved.find((one) => one.id === id);
    if (!found) throw new AppError('not_found', 'There is no such theme.');
    return found;
  };
  const nameOf = (c: Context<AppEnv>) => members.namesOf(database.control, c.var.workspaceId);
  const memberOf = ({ var: { principal } }: Context<AppEnv>) =>
    principal.kind === 'member' ? principal.id : null;
  const answer = async (c: Context<AppEnv>, id: string): Promise<theme.Theme> => {
    const { workspaceId } = c.var;
    const { found, uses } = await database.forWorkspace(workspaceId).read(async (db) => ({
      found: get(await themes.list(db, workspaceId), id),
      uses: await themeUsesOf(db, workspaceId, [id]),
    }));
    c.header('etag', etagOf(found.revision));
    return shown(found, uses, await nameOf(c));
  };
  const announce = (workspaceId: string, id: string) => {
    deps.published.invalidate(workspaceId);
    deps.live.publish(workspaceId, { type: 'theme', id });
  };
  const writing = <T>(c: Context<AppEnv>, work: (db: Db, saved: readonly ThemeRecord[]) => Promise<T>) =>
    database
      .forWorkspace(c.var.workspaceId)
      .write(async (db) => work(db, await themes.listToChange(db, c.var.workspaceId)))
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'unique' ? taken() : error;
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
      action: `theme.${act}`,
      target,
      change,
    });

  return router()
    .openapi(
      operation('read', {
        method: 'get',
        path,
        tags,
        summary: 'List the themes: the default one, then the others by name',
        description: `A workspace keeps ${theme.MAX_THEMES} at most; they come all at once.`,
        responses: { 200: json(z.object({ data: z.array(theme.Theme) }), 'Every theme') },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const named = await nameOf(c);
        const data = await database.forWorkspace(workspaceId).read(async (db) => {
          const saved = await themes.list(db, workspaceId);
          const ids = saved.map(({ id }) => id);
          const uses = await themeUsesOf(db, workspaceId, ids);
          return saved.map((one) => shown(one, uses, named));
        });
        return c.json({ data }, 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'post',
        path,
        tags,
        summary: 'Save a theme, for contents to choose',
        description:
          'Colours that could not be read as they are chosen are corrected where customers see them; `corrections` says to what. Grounds and ink that are too far from readable are refused.',
        request: { body: body(theme.ThemeCreate) },
        responses: { 201: recordJson },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { name, look, slug: wanted } = c.req.valid('json');
        const id = newId('thm');
        const at = clock.now();
        await writing(c, async (db, saved) => {
          if (saved.length >= theme.MAX_THEMES)
            throw new AppError('conflict', `A workspace keeps ${theme.MAX_THEMES} themes at most.`);
          const slug = wanted ?? freeThemeSlug({ name, id }, saved);
          requireFree(slug, id, saved);
          await themes.create(db, workspaceId, {
            id,
            slug,
            name,
            look: withoutUndefined(look),
            isDefault: false,
            createdAt: at,
            updatedAt: at,
            updatedBy: memberOf(c),
            revision: 1,
          });
          await writeDown(c, db, 'create', id, { name });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 201);
      },
    )
    .openapi(
      operation('read', {
        method: 'get',
        path: `${path}/{id}`,
        tags,
        summary: 'Read one, with the contents that choose it',
        request: { params: Params },
        responses: { 200: recordJson },
      }),
      async (c) => c.json(await answer(c, c.req.valid('param').id), 200),
    )
    .openapi(
      operation('write', {
        method: 'patch',
        path: `${path}/{id}`,
        tags,
        summary: 'Change a theme, or make it the default one',
        description:
          'A new look acts at once on every content that customers see and that wears the theme, as a publication does: it takes the permission to publish where there is one, and in a workspace that requires approval a role that approves. The default theme, and which one it is, takes the permission to administer.',
        request: { params: Params, headers: IfMatch, body: body(theme.ThemeUpdate) },
        responses: { 200: recordJson },
      }),
      async (c) => {
        const { workspaceId, principal } = c.var;
        const { id } = c.req.valid('param');
        const { look: given, ...values } = c.req.valid('json');
        const look = given && withoutUndefined(given);
        const workspace = await workspaces.find(database.control, workspaceId);
        await writing(c, async (db, saved) => {
          const found = get(saved, id);
          requiredRevision(c, found.revision);
          if (values.slug !== undefined) requireFree(values.slug, id, saved);
          const isOther = look !== undefined && !sameValue(look, found.look);
          const becomesDefault = values.isDefault === true && !found.isDefault;
          const uses = (await themeUsesOf(db, workspaceId, [id])).get(id) ?? [];
          const live = isOther ? uses.filter(({ isLive }) => isLive) : [];
          requireAllowed(
            wearingRefusal(
              { isDefault: becomesDefault || (isOther && found.isDefault), live },
              themeRightsOf(principal),
              workspace?.requireApproval ?? false,
            ),
          );
          const { isDefault: _isDefault, ...names } = values;
          const to = { ...names, ...(look && { look }), ...(becomesDefault && { isDefault: true as const }) };
          await themes.update(db, workspaceId, id, to, { at: clock.now(), member: memberOf(c) });
          await writeDown(c, db, 'update', id, {
            fields: Object.keys(to),
            name: values.name ?? found.name,
            ...(live.length > 0 && { contents: live.map((content) => content.id) }),
          });
        });
        announce(workspaceId, id);
        return c.json(await answer(c, id), 200);
      },
    )
    .openapi(
      operation('write', {
        method: 'delete',
        path: `${path}/{id}`,
        tags,
        summary: 'Delete a theme that nothing wears',
        description:
          'Refused for the default one, and as long as a content that is not archived chooses it: `errors` names each of them.',
        request: { params: Params, headers: IfMatch },
        responses: { 204: { description: 'It is gone' } },
      }),
      async (c) => {
        const { workspaceId } = c.var;
        const { id } = c.req.valid('param');
        await writing(c, async (db, saved) => {
          const found = get(saved, id);
          requiredRevision(c, found.revision);
          requireUnused(found, await themeUsesOf(db, workspaceId, [id]));
          await themes.remove(db, workspaceId, id);
          await writeDown(c, db, 'delete', id, { name: found.name });
        });
        announce(workspaceId, id);
        return c.body(null, 204);
      },
    );
};

function shown(
  { revision: _revision, updatedBy, ...record }: ThemeRecord,
  uses: ThemeUses,
  nameOf: (member: string) => string | undefined,
): theme.Theme {
  return {
    ...record,
    corrections: themeCorrections(record.look),
    updatedBy: personOf(updatedBy, nameOf),
    contents: [...(uses.get(record.id) ?? [])],
  };
}

const taken = (field: 'name' | 'slug' = 'name') =>
  new AppError('conflict', `${field}: another theme has it`, {
    errors: [{ path: field, code: 'taken', message: 'another theme has it' }],
  });

/** @throws {AppError} `conflict` when another one has the slug. */
function requireFree(slug: string, id: string, saved: readonly ThemeRecord[]): void {
  if (saved.some((one) => one.slug === slug && one.id !== id)) throw taken('slug');
}

/** @throws {AppError} `forbidden` or `approval_required` */
function requireAllowed(refusal: ReturnType<typeof wearingRefusal>): void {
  if (refusal === 'forbidden')
    throw new AppError(
      'forbidden',
      'The default theme takes the permission to administer, and one that customers see the permission to publish.',
    );
  if (refusal)
    throw approvalRequired(
      'Customers see content that wears this theme: somebody who approves can change it.',
    );
}

/** @throws {AppError} `conflict`, which names everything that wears it. */
function requireUnused({ id, isDefault }: ThemeRecord, uses: ThemeUses): void {
  if (isDefault)
    throw new AppError('conflict', 'It is the default theme. Make another one the default first.', {
      errors: [{ path: 'isDefault', code: 'in_use', message: 'is the default theme' }],
    });
  const wearing = uses.get(id) ?? [];
  if (wearing.length === 0) return;
  throw new AppError('conflict', `It is worn by ${wearing.map(({ name }) => `“${name}”`).join(', ')}.`, {
    errors: wearing.map((one) => ({ path: `contents.${one.id}`, code: 'in_use', message: one.name })),
  });
}
