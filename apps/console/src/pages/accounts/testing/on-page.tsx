import { ROLE_PERMISSIONS } from '@banso/contract';
import type { Role } from '@banso/contract';
import { enTexts, Toaster, UiTextsProvider } from '@banso/ui';
import '@banso/ui/ui.css';
import { QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { queries } from '../../../data/query.ts';
import { chooseLanguage, state } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { anId, aWorkspace } from './records.ts';

let container: HTMLElement | undefined;
let address = '';

beforeEach(async () => {
  address = location.href;
  await page.viewport(1280, 800);
});

afterEach(() => {
  if (container) {
    render(null, container);
    container.remove();
    container = undefined;
  }
  queries.clear();
  for (const { id } of toaster.toasts.value) toaster.dismiss(id);
  state.value = { status: 'loading' };
  history.replaceState(null, '', address);
});

/** Puts a page of the console on the screen, in English, for a member with this role. */
export function onPage(child: ComponentChild, options: { path?: string; role?: Role } = {}): HTMLElement {
  const { path = '/console', role = 'owner' } = options;
  chooseLanguage('en');
  state.value = {
    status: 'signed_in',
    me: {
      user: { id: 'usr_1', name: 'Mika Hayashi', email: 'mika@example.com', language: 'en' },
      member: {
        id: anId('mem'),
        role,
        permissions: [...ROLE_PERMISSIONS[role]],
        timeZone: null,
        digest: { on: true, weekday: 1, hour: 8 },
      },
      organisation: { id: anId('org'), name: 'Kumo', createdAt: '2026-01-05T10:00:00.000Z' },
      workspaces: [aWorkspace()],
      demo: false,
      mail: false,
    },
  };
  history.replaceState(null, '', path);
  container = document.body.appendChild(document.createElement('div'));
  render(
    <LocationProvider scope="/console">
      <QueryClientProvider client={queries}>
        <UiTextsProvider value={enTexts}>
          <main>{child}</main>
          <Toaster model={toaster} />
        </UiTextsProvider>
      </QueryClientProvider>
    </LocationProvider>,
    container,
  );
  return container;
}

/** The toast that says this; its words are on the page a second time, for screen readers. */
export const toast = (words: string | RegExp) =>
  page.getByRole('region', { name: 'Notifications' }).getByText(words, { exact: false });
