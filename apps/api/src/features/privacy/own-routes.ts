import { erasure, widgetApi } from '@banso/contract';
import type { Db, PersonRecord } from '@banso/database';
import { accounts, erasures, keptOf, people } from '@banso/database';
import type { Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { requireReader } from '../../may-read.ts';
import { json, operation, router } from '../../operation.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';
import { EXPORT_HEADERS, exportBody } from './export.ts';

const NOBODY_ELSE = 'Nobody reads in the name of a user id that no identity token vouches for.';

const readOwn = operation('widget', {
  method: 'get',
  path: '/v1/w/{key}/me',
  tags: ['widget'],
  summary: 'What is known of the person whose session it is',
  description: `Who they are, and how much is kept beside that. ${NOBODY_ELSE}`,
  request: { params: WidgetKey },
  responses: { 200: json(widgetApi.MeResponse, 'What is known') },
});

const exportOwn = operation('widget', {
  method: 'get',
  path: '/v1/w/{key}/me/export',
  tags: ['widget'],
  summary: 'Everything that is kept of the person whose session it is, as a file',
  description: `A stream: it is whole when its JSON is. ${NOBODY_ELSE}`,
  request: { params: WidgetKey },
  responses: { 200: json(erasure.PersonalExport, 'All of it') },
});

/** A person's own data, in the widget. Mounted at the root: `/v1/w/{key}/me`. */
export function ownDataRoutes(deps: Pick<Deps, 'database' | 'clock' | 'log'>) {
  const { database, clock } = deps;
  const door = createWidgetDoor(deps);

  /** Who asks; whoever may not read is refused. */
  async function reader(key: string, authorization: string | undefined) {
    const workspaceId = await door.workspaceOf(key);
    const { contactId } = await door.sourceOf(workspaceId, authorization);
    const person = (db: Db) => findReader(db, workspaceId, contactId);
    return { workspaceId, contactId, person };
  }

  const routes = router();
  routes.openAPIRegistry.registerPath(readOwn);
  routes.get('/v1/w/:key/me', async (c) => {
    const { workspaceId, person } = await reader(c.req.param('key'), c.req.header('authorization'));
    const known = await database
      .forWorkspace(workspaceId)
      .read(async (db) => knownOf(db, workspaceId, await person(db)));
    c.header('cache-control', 'no-store');
    return c.json(known);
  });
  routes.openAPIRegistry.registerPath(exportOwn);
  routes.get('/v1/w/:key/me/export', async (c) => {
    const { workspaceId, contactId, person } = await reader(
      c.req.param('key'),
      c.req.header('authorization'),
    );
    await database.forWorkspace(workspaceId).read(person);
    const exported = { workspaceId, contactId, at: clock.now() };
    return c.body(exportBody(database, exported), 200, EXPORT_HEADERS);
  });
  return routes;
}

/** @throws {AppError} `session_expired`, `erased` or `not_verified`. */
async function findReader(db: Db, workspaceId: string, contactId: string): Promise<PersonRecord> {
  const [person] = await people.list(db, workspaceId, [contactId]);
  if (!person) throw new AppError('session_expired', 'The person of this session is not known any more.');
  requireReader(person);
  return person;
}

async function knownOf(db: Db, workspaceId: string, person: PersonRecord): Promise<widgetApi.MeResponse> {
  const { id, accountId, visits, name, email, locale, timeZone, traits, firstSeenAt, lastSeenAt } = person;
  const account = accountId === null ? undefined : await accounts.find(db, workspaceId, accountId);
  const counts = { visits, ...(await keptOf(db, workspaceId, id)) };
  return {
    contact: {
      userId: person.identity === 'anonymous' ? null : person.externalId,
      name,
      email,
      locale,
      timeZone,
      traits,
      firstSeenAt,
      lastSeenAt,
    },
    account: account ? { id: account.id, name: account.name } : null,
    kept: widgetApi.KEPT.map((what) => ({ what, count: counts[what] })),
    erasureRequestedAt: (await erasures.findOpen(db, workspaceId, id))?.requestedAt ?? null,
  };
}
