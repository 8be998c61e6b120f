import { event } from '@banso/contract';
import { createAdmission } from './admission.ts';
import type { AppDeps } from './app-env.ts';
import { claimingDatabase } from './claiming-database.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { contentFileRoutes } from './features/content-files/routes.ts';
import { sessionRoutes } from './features/session/routes.ts';
import { syncRoutes } from './features/sync/routes.ts';
import { auditLogRoutes } from './features/audit-log/routes.ts';
import { checklistRoutes } from './features/checklists/routes.ts';
import { contactRoutes } from './features/contacts/routes.ts';
import { demoRoutes } from './features/demo-sign-in/routes.ts';
import { openApiDocument } from './features/docs/document.ts';
import { docsRoutes } from './features/docs/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { identityCheckRoutes } from './features/identity-check/routes.ts';
import { invitationRoutes } from './features/invitations/routes.ts';
import { keyRoutes } from './features/keys/routes.ts';
import { liveRoutes } from './features/live/routes.ts';
import { meRoutes } from './features/me/routes.ts';
import { memberRoutes } from './features/members/routes.ts';
import { myDayRoutes } from './features/my-day/routes.ts';
import { organisationRoutes } from './features/organisations/routes.ts';
import { FILE_ROUTES, pageRoutes } from './features/pages/routes.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { resourceRoutes } from './features/resources/routes.ts';
import { responseRoutes } from './features/responses/routes.ts';
import { setupRoutes } from './features/setup/routes.ts';
import { signInRoutes } from './features/sign-in/routes.ts';
import { surveyRoutes } from './features/surveys/routes.ts';
import { workspaceRoutes } from './features/workspaces/routes.ts';
import { bodyLimit } from './middleware/body-limit.ts';
import { sameOriginOnly } from './middleware/cross-site.ts';
import { idempotency } from './middleware/idempotency.ts';
import { openToPages } from './middleware/open-to-pages.ts';
import { notFound, onError } from './middleware/on-error.ts';
import { enforceAccess } from './middleware/principal.ts';
import { addressOf, principalLimit, widgetLimit } from './middleware/rate-limits.ts';
import { requestId } from './middleware/request-id.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { storableText } from './middleware/storable-text.ts';
import { lastAnswer } from './middleware/stopping.ts';
import { OperationTable } from './operation-table.ts';
import { router } from './operation.ts';

const MAX_BODY_BYTES = 1_048_576;
const WIDGET = '/v1/w/*';

/** The whole service as one function of a request: middleware in its order, then the features. */
export function createApp(given: AppDeps) {
  const { settings, log, metrics, stopping, limits } = given;
  const deps: AppDeps = { ...given, database: claimingDatabase(given.database) };
  const admit = createAdmission(deps);
  const operations = new OperationTable(FILE_ROUTES);

  const app = router();
  app.onError(onError(log));
  app.notFound(notFound);
  app.use(requestId(deps.newId));
  app.use(requestLog({ log, metrics }));
  app.use(lastAnswer(stopping));
  app.use(securityHeaders(settings.publicUrl));
  app.use('/w/*', openToPages(['GET']));
  app.use(WIDGET, openToPages(['GET', 'POST']));
  app.use(addressOf(settings.trustedProxies));
  app.use(WIDGET, widgetLimit(limits));
  app.use(bodyLimit((path) => (path.startsWith('/v1/w/') ? event.MAX_BATCH_BYTES : MAX_BODY_BYTES)));
  app.use(sameOriginOnly(settings.publicUrl, { except: '/v1/w/' }));
  app.use(storableText({ except: '/v1/w/' }));
  app.use(enforceAccess(admit, operations));
  app.use(principalLimit(limits));
  app.use(idempotency(given));

  const features = app
    .route('/', setupRoutes(deps))
    .route('/', signInRoutes(deps))
    .route('/', demoRoutes(deps))
    .route('/', meRoutes(deps))
    .route('/', organisationRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', workspaceRoutes(deps))
    .route('/', keyRoutes(deps))
    .route('/', identityCheckRoutes(deps))
    .route('/', auditLogRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', contactRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', syncRoutes(deps))
    .route('/', contentFileRoutes(deps))
    .route('/', checklistRoutes(deps))
    .route('/', surveyRoutes(deps))
    .route('/', resourceRoutes(deps))
    .route('/', responseRoutes(deps))
    .route('/', reportRoutes(deps))
    .route('/', myDayRoutes(deps))
    .route('/', liveRoutes(deps, admit))
    .route('/', healthRoutes(deps, given.database))
    .route(
      '/',
      docsRoutes(() => openApiDocument(app, settings.publicUrl)),
    );
  app.route('/', pageRoutes());
  operations.fill(app);
  return features;
}

/** The type of the whole API, for the typed client. */
export type App = ReturnType<typeof createApp>;
