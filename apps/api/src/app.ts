import { event, tracking } from '@banso/contract';
import { MAX_IMPORT_BYTES } from '@banso/contract/as-code';
import { MAX_UPLOAD_BYTES } from '@banso/contract/history';
import { MAX_TRANSLATIONS_BYTES } from '@banso/contract/translation-report';
import { createAdmission } from './admission.ts';
import type { AppDeps } from './app-env.ts';
import { claimingDatabase } from './claiming-database.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { contentAsCodeRoutes } from './features/content-as-code/routes.ts';
import { pagePreviewRoutes } from './features/page-preview/routes.ts';
import { contentFileRoutes } from './features/content-files/routes.ts';
import { contentTagRoutes } from './features/content-tags/routes.ts';
import { contentTemplateRoutes } from './features/content-templates/routes.ts';
import { sessionRoutes } from './features/session/routes.ts';
import { syncRoutes } from './features/sync/routes.ts';
import { trackingRoutes } from './features/tracking/routes.ts';
import { announcementRoutes } from './features/announcements/routes.ts';
import { auditLogRoutes } from './features/audit-log/routes.ts';
import { caseRoutes } from './features/cases/routes.ts';
import { checklistRoutes } from './features/checklists/routes.ts';
import { contactRoutes } from './features/contacts/routes.ts';
import { decisionRoutes } from './features/decisions/routes.ts';
import { demoRoutes } from './features/demo-sign-in/routes.ts';
import { openApiDocument } from './features/docs/document.ts';
import { docsRoutes } from './features/docs/routes.ts';
import { exportRoutes } from './features/exports/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { holdoutRoutes } from './features/holdout/routes.ts';
import { identityCheckRoutes } from './features/identity-check/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { invitationRoutes } from './features/invitations/routes.ts';
import { keyRoutes } from './features/keys/routes.ts';
import { liveRoutes } from './features/live/routes.ts';
import { meRoutes } from './features/me/routes.ts';
import { memberRoutes } from './features/members/routes.ts';
import { ownMessageRoutes } from './features/messages/own-routes.ts';
import { messageRoutes } from './features/messages/routes.ts';
import { myDayRoutes } from './features/my-day/routes.ts';
import { organisationRoutes } from './features/organisations/routes.ts';
import { FILE_ROUTES, pageRoutes } from './features/pages/routes.ts';
import { ownDataRoutes } from './features/privacy/own-routes.ts';
import { privacyRoutes } from './features/privacy/routes.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { coverageRoutes } from './features/reports/coverage-routes.ts';
import { journeyRoutes } from './features/reports/journey-routes.ts';
import { performanceRoutes } from './features/reports/performance-routes.ts';
import { questionRoutes } from './features/reports/question-routes.ts';
import { renewalRoutes } from './features/renewals/routes.ts';
import { resourceRoutes } from './features/resources/routes.ts';
import { responseRoutes } from './features/responses/routes.ts';
import { segmentRoutes } from './features/segments/routes.ts';
import { savedSegmentRoutes } from './features/segments/saved-routes.ts';
import { hostedRoutes } from './features/survey-links/hosted-routes.ts';
import { surveyLinkRoutes } from './features/survey-links/routes.ts';
import { setupRoutes } from './features/setup/routes.ts';
import { mailRoutes } from './features/mail/routes.ts';
import { mailOffRoutes } from './features/mail-off/routes.ts';
import { passwordResetRoutes } from './features/password-reset/routes.ts';
import { signInRoutes } from './features/sign-in/routes.ts';
import { surveyRoutes } from './features/surveys/routes.ts';
import { openTranslationRoutes } from './features/translations/routes.ts';
import { noteRoutes } from './features/notes/routes.ts';
import { taskRoutes } from './features/tasks/routes.ts';
import { tagRoutes } from './features/tags/routes.ts';
import { teamRoutes } from './features/teams/routes.ts';
import { viewRoutes } from './features/views/routes.ts';
import { themeRoutes } from './features/themes/routes.ts';
import { topicActRoutes } from './features/topics/act-routes.ts';
import { topicReportRoutes } from './features/topics/report-routes.ts';
import { topicRoutes } from './features/topics/routes.ts';
import { webhookRoutes } from './features/webhooks/routes.ts';
import { alertRoutes } from './features/alerts/routes.ts';
import { noticeRoutes } from './features/notices/routes.ts';
import { workspaceRoutes } from './features/workspaces/routes.ts';
import { bodyLimit } from './middleware/body-limit.ts';
import { sameOriginOnly } from './middleware/cross-site.ts';
import { idempotency } from './middleware/idempotency.ts';
import { openToPages } from './middleware/open-to-pages.ts';
import { inflate } from './middleware/inflate.ts';
import { notFound, onError } from './middleware/on-error.ts';
import { enforceAccess } from './middleware/principal.ts';
import { addressOf, principalLimit, widgetLimit } from './middleware/rate-limits.ts';
import { requestId } from './middleware/request-id.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { withholdTexts } from './middleware/withhold-texts.ts';
import { storableText } from './middleware/storable-text.ts';
import { lastAnswer } from './middleware/stopping.ts';
import { OperationTable } from './operation-table.ts';
import { router } from './operation.ts';
import { fileRoots } from './static-files.ts';
import { keptFolder } from './widget-files.ts';

const MAX_BODY_BYTES = 1_048_576;
/** Files with texts of many contents. */
const LARGER: Readonly<Record<string, number>> = {
  '/v1/imports': MAX_UPLOAD_BYTES,
  '/v1/imports/content': MAX_IMPORT_BYTES,
  '/v1/translations': MAX_TRANSLATIONS_BYTES,
};
const WIDGET = '/v1/w/*';
const TRACKING: ReadonlySet<string> = new Set(
  [...Object.keys(tracking.MESSAGES), 'batch'].map((type) => `/v1/${type}`),
);

function maxBytesOf(path: string): number {
  if (path.startsWith('/v1/w/') || TRACKING.has(path)) return event.MAX_BATCH_BYTES;
  return LARGER[path] ?? MAX_BODY_BYTES;
}

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
  app.use(bodyLimit(maxBytesOf));
  app.use(sameOriginOnly(settings.publicUrl, { except: (path) => /^\/(v1\/w|v1\/mail-off|s)\//.test(path) }));
  app.use(inflate({ at: TRACKING, limit: event.MAX_BATCH_BYTES }));
  app.use(storableText({ except: (path) => path.startsWith('/v1/w/') || TRACKING.has(path) }));
  app.use(enforceAccess(admit, operations));
  app.use(principalLimit(limits));
  // outside of what repeats answers: a right that was lost counts for them too
  app.use(withholdTexts(operations));
  app.use(idempotency(given));

  app
    .route('/', setupRoutes(deps))
    .route('/', signInRoutes(deps))
    .route('/', passwordResetRoutes(deps))
    .route('/', mailOffRoutes(deps))
    .route('/', mailRoutes(deps))
    .route('/', demoRoutes(deps))
    .route('/', meRoutes(deps))
    .route('/', organisationRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', workspaceRoutes(deps))
    .route('/', holdoutRoutes(deps))
    .route('/', keyRoutes(deps))
    .route('/', identityCheckRoutes(deps))
    .route('/', auditLogRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', renewalRoutes(deps))
    .route('/', contactRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', syncRoutes(deps))
    .route('/', trackingRoutes(deps))
    .route('/', contentFileRoutes(deps))
    .route('/', pagePreviewRoutes(deps))
    .route('/', ownMessageRoutes(deps))
    .route('/', ownDataRoutes(deps))
    .route('/', privacyRoutes(deps))
    .route('/', checklistRoutes(deps))
    .route('/', surveyRoutes(deps))
    .route('/', surveyLinkRoutes(deps))
    .route('/', hostedRoutes(deps))
    .route('/', resourceRoutes(deps))
    .route('/', announcementRoutes(deps))
    .route('/', contentTagRoutes(deps))
    .route('/', contentTemplateRoutes(deps))
    .route('/', contentAsCodeRoutes(deps))
    .route('/', exportRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', openTranslationRoutes(deps))
    .route('/', responseRoutes(deps))
    .route('/', tagRoutes(deps))
    .route('/', noteRoutes(deps))
    .route('/', taskRoutes(deps))
    .route('/', viewRoutes(deps))
    .route('/', teamRoutes(deps))
    .route('/', messageRoutes(deps))
    .route('/', caseRoutes(deps))
    .route('/', segmentRoutes(deps))
    .route('/', savedSegmentRoutes(deps))
    .route('/', themeRoutes(deps))
    .route('/', topicRoutes(deps))
    .route('/', topicReportRoutes(deps))
    .route('/', topicActRoutes(deps))
    .route('/', decisionRoutes(deps))
    .route('/', reportRoutes(deps))
    .route('/', journeyRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', performanceRoutes(deps))
    .route('/', questionRoutes(deps))
    .route('/', webhookRoutes(deps))
    .route('/', alertRoutes(deps))
    .route('/', noticeRoutes(deps))
    .route('/', myDayRoutes(deps))
    .route('/', liveRoutes(deps, admit))
    .route('/', healthRoutes(deps, given.database))
    .route(
      '/',
      docsRoutes(() => openApiDocument(app, settings.publicUrl)),
    );
  const roots = fileRoots();
  app.route('/', pageRoutes({ ...roots, widget: [...roots.widget, keptFolder(settings.dataDir)] }));
  operations.fill(app);
  return app;
}
