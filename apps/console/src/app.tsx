import {
  ButtonLink,
  EmptyState,
  enTexts,
  ErrorState,
  jaTexts,
  koTexts,
  PageBody,
  Skeleton,
  Toaster,
  UiTextsProvider,
} from '@banso/ui';
import { ErrorBoundary, lazy, Route, Router, useLocation } from 'preact-iso';
import { language, refreshSession, state, workspace } from './data/session.ts';
import { Shell } from './shell/shell.tsx';
import { toaster } from './shell/toaster.ts';
import { shellTexts } from './texts/shell.ts';
import { textsOf } from './texts/use-texts.ts';

const MyDayPage = lazy(() => import('./pages/my-day/my-day-page.tsx').then((m) => m.MyDayPage));
const NoticesPage = lazy(() => import('./pages/notices/notices-page.tsx').then((m) => m.NoticesPage));
const FeedbackPage = lazy(() => import('./pages/feedback/feedback-page.tsx').then((m) => m.FeedbackPage));
const CasesPage = lazy(() => import('./pages/cases/cases-page.tsx').then((m) => m.CasesPage));
const MessagesPage = lazy(() => import('./pages/messages/messages-page.tsx').then((m) => m.MessagesPage));
const TasksPage = lazy(() => import('./pages/tasks/tasks-page.tsx').then((m) => m.TasksPage));
const AccountsPage = lazy(() => import('./pages/accounts/accounts-page.tsx').then((m) => m.AccountsPage));
const AccountPage = lazy(() => import('./pages/accounts/account-page.tsx').then((m) => m.AccountPage));
const ContactsPage = lazy(() => import('./pages/contacts/contacts-page.tsx').then((m) => m.ContactsPage));
const ContactPage = lazy(() => import('./pages/contacts/contact-page.tsx').then((m) => m.ContactPage));
const DecisionsPage = lazy(() => import('./pages/decisions/decisions-page.tsx').then((m) => m.DecisionsPage));
const SegmentsPage = lazy(() => import('./pages/segments/segments-page.tsx').then((m) => m.SegmentsPage));
const SegmentPage = lazy(() => import('./pages/segments/segment-page.tsx').then((m) => m.SegmentPage));
const TopicsPage = lazy(() => import('./pages/topics/topics-page.tsx').then((m) => m.TopicsPage));
const TopicPage = lazy(() => import('./pages/topics/topic-page.tsx').then((m) => m.TopicPage));
const TranslationsPage = lazy(() =>
  import('./pages/translations/translations-page.tsx').then((m) => m.TranslationsPage),
);
const ContentsPage = lazy(() => import('./pages/contents/contents-page.tsx').then((m) => m.ContentsPage));
const ChecklistEditorPage = lazy(() =>
  import('./pages/contents/checklist-editor-page.tsx').then((m) => m.ChecklistEditorPage),
);
const SurveyEditorPage = lazy(() =>
  import('./pages/contents/survey-editor-page.tsx').then((m) => m.SurveyEditorPage),
);
const ResourceEditorPage = lazy(() =>
  import('./pages/contents/resource-editor-page.tsx').then((m) => m.ResourceEditorPage),
);
const AnnouncementEditorPage = lazy(() =>
  import('./pages/contents/announcement-editor-page.tsx').then((m) => m.AnnouncementEditorPage),
);
const ScorePage = lazy(() => import('./pages/scores/score-page.tsx').then((m) => m.ScorePage));
const ListeningPage = lazy(() => import('./pages/listening/listening-page.tsx').then((m) => m.ListeningPage));
const JourneyReport = lazy(() => import('./pages/journeys/journey-report.tsx').then((m) => m.JourneyReport));
const SettingsPage = lazy(() => import('./pages/settings/settings-page.tsx').then((m) => m.SettingsPage));
const SignInPage = lazy(() => import('./pages/sign-in/sign-in-page.tsx').then((m) => m.SignInPage));
const SetupPage = lazy(() => import('./pages/sign-in/setup-page.tsx').then((m) => m.SetupPage));
const InvitationPage = lazy(() =>
  import('./pages/sign-in/invitation-page.tsx').then((m) => m.InvitationPage),
);

const NewPasswordPage = lazy(() =>
  import('./pages/sign-in/new-password-page.tsx').then((m) => m.NewPasswordPage),
);

const UI_TEXTS = { en: enTexts, ja: jaTexts, ko: koTexts };

/** The whole console: who is here decides between signing in and the work. */
export function App() {
  return (
    <UiTextsProvider value={UI_TEXTS[language.value]}>
      <ErrorBoundary>
        <Gate />
      </ErrorBoundary>
      <Toaster model={toaster} />
    </UiTextsProvider>
  );
}

function Gate() {
  const { path } = useLocation();
  const texts = textsOf(shellTexts);
  const current = state.value;
  // behind the #, where browsers send it to nobody
  if (path === '/console/join') return <InvitationPage token={location.hash.slice(1)} />;
  if (path === '/console/new-password') return <NewPasswordPage token={location.hash.slice(1)} />;
  switch (current.status) {
    case 'loading':
      return <Skeleton shape="rows" />;
    case 'failed':
      return (
        <ErrorState
          title={texts.failed}
          requestId={current.error.requestId}
          onRetry={() => void refreshSession()}
        >
          {texts.failedWhat}
        </ErrorState>
      );
    case 'signed_out':
      return current.setup.needed ? <SetupPage /> : <SignInPage {...current.setup} />;
    case 'signed_in':
      return (
        <Shell key={workspace.value?.id}>
          <Router>
            <Route path="/console" component={MyDayPage} />
            <Route path="/console/notices" component={NoticesPage} />
            <Route path="/console/feedback" component={FeedbackPage} />
            <Route path="/console/cases" component={CasesPage} />
            <Route path="/console/messages" component={MessagesPage} />
            <Route path="/console/tasks" component={TasksPage} />
            <Route path="/console/accounts" component={AccountsPage} />
            <Route path="/console/accounts/:id" component={AccountPage} />
            <Route path="/console/contacts" component={ContactsPage} />
            <Route path="/console/contacts/:id" component={ContactPage} />
            <Route path="/console/decisions" component={DecisionsPage} />
            <Route path="/console/segments" component={SegmentsPage} />
            <Route path="/console/segments/:id" component={SegmentPage} />
            <Route path="/console/topics" component={TopicsPage} />
            <Route path="/console/topics/:id" component={TopicPage} />
            <Route path="/console/translations" component={TranslationsPage} />
            <Route path="/console/checklists" component={() => <ContentsPage kind="checklist" />} />
            <Route path="/console/checklists/:id" component={ChecklistEditorPage} />
            <Route path="/console/surveys" component={() => <ContentsPage kind="survey" />} />
            <Route path="/console/surveys/:id" component={SurveyEditorPage} />
            <Route path="/console/resources" component={() => <ContentsPage kind="resource" />} />
            <Route path="/console/resources/:id" component={ResourceEditorPage} />
            <Route path="/console/announcements" component={() => <ContentsPage kind="announcement" />} />
            <Route path="/console/announcements/:id" component={AnnouncementEditorPage} />
            <Route path="/console/reports/nps" component={() => <ScorePage kind="nps" />} />
            <Route path="/console/reports/csat" component={() => <ScorePage kind="csat" />} />
            <Route path="/console/reports/ces" component={() => <ScorePage kind="ces" />} />
            <Route path="/console/reports/listening" component={ListeningPage} />
            <Route path="/console/reports/onboarding" component={() => <JourneyReport of="onboarding" />} />
            <Route path="/console/reports/coverage" component={() => <JourneyReport of="coverage" />} />
            <Route path="/console/reports/content" component={() => <JourneyReport of="content" />} />
            <Route path="/console/settings/:section?" component={SettingsPage} />
            <Route default component={NotFound} />
          </Router>
        </Shell>
      );
  }
}

function NotFound() {
  const texts = textsOf(shellTexts);
  return (
    <PageBody>
      <EmptyState title={texts.notFound} action={<ButtonLink href="/console">{texts.toMyDay}</ButtonLink>}>
        {texts.notFoundWhat}
      </EmptyState>
    </PageBody>
  );
}
