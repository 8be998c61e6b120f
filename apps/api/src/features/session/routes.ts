import { randomBytes } from 'node:crypto';
import { widgetApi } from '@banso/contract';
import { workspaces } from '@banso/database';
import { themeCss } from '@banso/domain/theme';
import type { Instant } from '@banso/domain/time';
import { addMs, MINUTE_MS, msBetween, SECOND_MS } from '@banso/domain/time';
import type { Deps } from '../../app-env.ts';
import { credentialHash } from '../../credential.ts';
import { AppError } from '../../errors.ts';
import { activeIdentityKeys } from '../../identity-keys.ts';
import { createOffers } from '../../offer/offers.ts';
import { body, invalid, json, operation, router } from '../../operation.ts';
import { bareUrl } from '../../recorder/page-url.ts';
import { widgetBody } from '../../widget-body.ts';
import { createWidgetDoor } from '../../widget-door.ts';
import { WidgetKey } from '../../widget-key.ts';
import { opensAtOnce } from './opens-at-once.ts';
import { whoArrives } from './who-arrives.ts';

const SESSION_MS = 30 * MINUTE_MS;
const TELL_SEEN_EVERY_MS = 3 * SECOND_MS;

const openSession = operation('public', {
  method: 'post',
  path: '/v1/w/{key}/session',
  tags: ['widget'],
  summary: 'Open or refresh a session of a person on a page',
  description:
    'Carries a publishable key. Where the workspace requires identity, a user needs a valid identity token. The session is a bearer token for half an hour.',
  request: { params: WidgetKey, body: body(widgetApi.SessionRequest) },
  responses: {
    200: json(widgetApi.SessionResponse, 'The session, and what is on offer for this person on this page'),
  },
});

type SessionDeps = Pick<
  Deps,
  'database' | 'clock' | 'recorder' | 'memory' | 'published' | 'live' | 'log' | 'settings'
>;

/** Where a page's visit begins. Mounted at the root: `/v1/w/{key}/session`. */
export function sessionRoutes(deps: SessionDeps) {
  const { database, clock, recorder, published, live } = deps;
  const door = createWidgetDoor(deps);
  const offers = createOffers(deps);
  const told = new Map<string, Instant>();

  /** The console's "we saw your page", now and then. */
  function tellSeen(workspaceId: string, at: Instant, url: string): void {
    const last = told.get(workspaceId);
    if (last !== undefined && msBetween(last, at) < TELL_SEEN_EVERY_MS) return;
    told.set(workspaceId, at);
    live.publish(workspaceId, { type: 'seen', at, url });
  }

  const routes = router();
  routes.openAPIRegistry.registerPath(openSession);
  routes.post('/v1/w/:key/session', async (c) => {
    const key = c.req.param('key');
    const workspaceId = await door.workspaceOf(key);
    const parsed = widgetApi.SessionRequest.safeParse(await widgetBody(c));
    if (!parsed.success) throw invalid(parsed.error, 'json');
    const request = parsed.data;
    const workspace = await workspaces.find(database.control, workspaceId);
    if (!workspace) throw new AppError('unauthenticated', 'This publishable key is not known.');

    const now = clock.now();
    const identityKeys = request.user?.token === undefined ? [] : await activeIdentityKeys(deps, workspaceId);
    const person = await whoArrives(request, {
      workspaceId,
      mode: workspace.identityMode,
      keys: identityKeys,
      now,
    });
    const session = randomBytes(32).toString('base64url');
    const tokenHash = credentialHash(session);
    const expiresAt = addMs(now, SESSION_MS);
    const pageUrl = bareUrl(request.page.url);
    const { contactId, accountId } = await recorder.arrive({
      workspaceId,
      ...person,
      locale: request.locale,
      timeZone: request.timeZone,
      pageUrl,
      session: { tokenHash, expiresAt },
    });
    tellSeen(workspaceId, now, pageUrl);

    const verified = person.identity === 'verified';
    const actor = { contactId, accountId, verified, locale: request.locale };
    const { offer, editions } = await offers.of({ workspaceId, actor, page: request.page, now });
    const locale = offer.preferences.locale ?? request.locale;
    const file = await published.file(workspaceId, locale, editions);
    const source = { workspaceId, ...actor, locale, tokenHash };
    const opens = await opensAtOnce(deps, source, offer.show, clock.now(), editions);
    return c.json({
      session,
      expiresAt,
      serverTime: now,
      contact: { id: contactId, verified },
      content: { url: `/v1/w/${encodeURIComponent(key)}/content/${file.hash}` },
      theme: { ...workspace.theme, css: themeCss(workspace.theme) },
      ...(opens && { opens }),
      languages: workspace.locales,
      ...offer,
    });
  });
  return routes;
}
