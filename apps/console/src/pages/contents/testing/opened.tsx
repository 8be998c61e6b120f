import '@banso/ui/ui.css';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
import { enTexts, Toaster, UiTextsProvider } from '@banso/ui';
import { QueryClientProvider } from '@tanstack/preact-query';
import { type ComponentChild, render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { queries } from '../../../data/query.ts';
import { chooseLanguage, state } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { AnnouncementEditorPage } from '../announcement-editor-page.tsx';
import { ChecklistEditorPage } from '../checklist-editor-page.tsx';
import { ContentsPage } from '../contents-page.tsx';
import { ResourceEditorPage } from '../resource-editor-page.tsx';
import { SurveyEditorPage } from '../survey-editor-page.tsx';
import { anId } from './drafts.ts';
import { StandIn } from './stand-in.ts';

const ME = {
  user: { id: 'usr_1', name: 'Mika Hayashi', email: 'mika@example.com', language: null },
  organisation: { id: anId('org'), name: 'Kumo', createdAt: '2026-01-01T00:00:00.000Z' },
  workspaces: [
    {
      id: anId('ws'),
      name: 'Kumo Notes',
      identityMode: 'required' as const,
      decisionRetentionDays: 400,
      defaultLocale: 'en',
      locales: ['en', 'ja', 'ko'],
      timeZone: 'Asia/Tokyo',
      theme: {},
      fatigue: { ...DEFAULT_BUDGET, quietDays: [], perTag: [] },
      requireApproval: false,
      replyMail: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  demo: false,
  mail: false,
};

let container: HTMLElement | undefined;
const home = location.pathname + location.search;

beforeEach(async () => {
  await page.viewport(1440, 900);
  sessionStorage.clear();
  signIn(['read', 'write', 'publish']);
});

afterEach(async () => {
  if (container) render(null, container);
  await StandIn.quiet();
  container?.remove();
  container = undefined;
  queries.clear();
  for (const toast of toaster.toasts.peek()) toaster.dismiss(toast.id);
  history.replaceState(null, '', home);
});

/** Somebody is signed in who may do this. */
export function signIn(permissions: string[]): void {
  chooseLanguage('en');
  state.value = {
    status: 'signed_in',
    me: {
      ...ME,
      member: {
        id: anId('mem'),
        role: 'admin',
        permissions,
        timeZone: null,
        digest: { on: true, weekday: 1, hour: 8 },
      },
    },
  };
}

/** Opens an address of the console, with everything around the content pages that they need. */
export function opened(path: string): HTMLElement {
  left();
  history.replaceState(null, '', `/console/${path}`);
  container ??= document.body.appendChild(document.createElement('div'));
  render(<Pages />, container);
  return container;
}

/** Leaves the page, as going elsewhere in the console does. */
export function left(): void {
  if (container) render(<p>Elsewhere</p>, container);
}

// Hoisted: the router takes another function for another page.
const Checklists = () => <ContentsPage kind="checklist" />;
const Surveys = () => <ContentsPage kind="survey" />;
const Announcements = () => <ContentsPage kind="announcement" />;

function Pages(): ComponentChild {
  return (
    <LocationProvider>
      <QueryClientProvider client={queries}>
        <UiTextsProvider value={enTexts}>
          <main class="panel">
            <Router>
              <Route path="/console/checklists" component={Checklists} />
              <Route path="/console/checklists/:id" component={ChecklistEditorPage} />
              <Route path="/console/surveys" component={Surveys} />
              <Route path="/console/surveys/:id" component={SurveyEditorPage} />
              <Route path="/console/resources/:id" component={ResourceEditorPage} />
              <Route path="/console/announcements" component={Announcements} />
              <Route path="/console/announcements/:id" component={AnnouncementEditorPage} />
            </Router>
          </main>
          <Toaster model={toaster} />
        </UiTextsProvider>
      </QueryClientProvider>
    </LocationProvider>
  );
}
