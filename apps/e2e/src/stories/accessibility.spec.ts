import type { Page } from '@playwright/test';
import { SHARED_CHECKLIST } from '../demo/cast.ts';
import type { ManagementApi } from '../demo/management-api.ts';
import type { Contact, Response } from '../demo/records.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

/** Waits until nothing on the page is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

type PathOf = (of: Ids) => string;

/** Pages that somebody walks through one after the other, by the part of the console that they are in. */
const WALKS: Readonly<Record<string, Readonly<Record<string, PathOf>>>> = {
  'the day': {
    'My day': () => '',
    Feedback: () => '/feedback',
    'an answer': (of) => `/feedback?answer=${of.answer}`,
    Messages: () => '/messages',
    Tasks: () => '/tasks?view=everybody',
    'a thread': (of) => `/messages?contact=${of.contact}`,
    NPS: () => '/reports/nps',
  },
  customers: {
    Accounts: () => '/accounts',
    'an account': (of) => `/accounts/${of.account}`,
    People: () => '/contacts',
    'a person': (of) => `/contacts/${of.contact}`,
    Segments: () => '/segments',
    'a segment': (of) => `/segments/${of.segment}`,
  },
  checklists: {
    Checklists: () => '/checklists',
    'a checklist': (of) => `/checklists/${of.checklist}`,
    'a step': (of) => `/checklists/${of.checklist}?step=agree-where`,
    'an audience': (of) => `/checklists/${of.checklist}?tab=audience`,
    results: (of) => `/checklists/${of.checklist}?tab=results`,
  },
  'other contents': {
    Surveys: () => '/surveys',
    'a survey': (of) => `/surveys/${of.survey}`,
    'when and where': (of) => `/surveys/${of.survey}?tab=delivery`,
    languages: (of) => `/surveys/${of.survey}?tab=languages`,
    Resources: () => '/resources',
    'a resource': (of) => `/resources/${of.resource}`,
    Announcements: () => '/announcements',
    'an announcement': (of) => `/announcements/${of.announcement}`,
    Translations: () => '/translations',
  },
  settings: {
    installation: () => '/settings/install',
    identity: () => '/settings/identity',
    keys: () => '/settings/keys',
    workspace: () => '/settings/workspace',
    themes: () => '/settings/themes',
    members: () => '/settings/members',
    'audit log': () => '/settings/audit',
    profile: () => '/settings/profile',
  },
};

interface Ids {
  answer: string;
  account: string;
  contact: string;
  checklist: string;
  survey: string;
  resource: string;
  announcement: string;
  segment: string;
}

/** Something of the demo for each kind of page. */
async function idsOf(api: ManagementApi): Promise<Ids> {
  interface Named {
    id: string;
    slug: string;
    version: number | null;
  }
  const [answers, contacts, checklists, surveys, resources, announcements, segments] = await Promise.all([
    api.get<{ data: Response[] }>('/v1/responses', { limit: 1, hasComment: 'true' }),
    api.get<{ data: Contact[] }>('/v1/contacts', { limit: 1, search: 'Dana Whitfield' }),
    api.list<Named>('/v1/checklists'),
    api.list<Named>('/v1/surveys'),
    api.list<Named>('/v1/resources'),
    api.list<Named>('/v1/announcements'),
    api.get<{ data: Named[] }>('/v1/segments'),
  ]);
  const contact = contacts.data[0];
  return {
    answer: answers.data[0]?.id ?? '',
    account: contact?.account?.id ?? '',
    contact: contact?.id ?? '',
    checklist: checklists.find(({ slug }) => slug === SHARED_CHECKLIST)?.id ?? '',
    survey: surveys.find(({ version }) => version !== null)?.id ?? '',
    resource: resources[0]?.id ?? '',
    announcement: announcements[0]?.id ?? '',
    segment: segments.data[0]?.id ?? '',
  };
}

test.describe('axe finds nothing, in light and in dark, on the pages of', () => {
  for (const [part, pages] of Object.entries(WALKS)) {
    test(part, async ({ api, staff, demo }) => {
      const ids = await idsOf(api);
      const page = await staff('');
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(new URL(`/console${path(ids)}`, demo.url).href);
        await settled(page);
        await expectAccessible(page, name);
      }
    });
  }

  test('sign-in', async ({ page, demo }) => {
    await page.goto(demo.consoleUrl);
    await expect(page.getByRole('heading', { name: 'Sign in to Banso' })).toBeVisible();
    await expectAccessible(page, 'sign-in');
  });
});

test('axe finds nothing in the survey, from the question to the thanks', async ({
  page,
  person,
  hostFor,
}) => {
  const { userId } = await person('asked');
  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await expect(widget.survey).toBeVisible();
  await expectAccessible(page, 'question');
  await widget.score(3);
  await expect(widget.survey.getByRole('textbox')).toBeVisible();
  await expectAccessible(page, 'follow-up');
  await widget.comment('Short.');
  await widget.survey.getByRole('button', { name: 'Send' }).click();
  await expect(widget.survey.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expectAccessible(page, 'thanks');
});

test('axe finds nothing in the survey that is put off', async ({ page, person, hostFor }) => {
  const { userId } = await person('asked');
  await page.goto(hostFor(userId));
  const { survey } = widgetOn(page);
  await survey.getByRole('button', { name: 'Ask me later' }).click();
  await expect(survey.getByRole('heading', { name: 'We’ll ask another time' })).toBeVisible();
  await expectAccessible(page, 'put off');
});

test('axe finds nothing in the panel', async ({ page, person, hostFor }) => {
  const { userId } = await person('onboarding');
  await page.goto(hostFor(userId));
  const { launcher, panel } = widgetOn(page);
  await expect(launcher).toBeVisible();
  await expectAccessible(page, 'launcher');
  await launcher.click();
  await expect(panel.getByRole('button', { name: /^Set up your team space/ })).toBeVisible();
  await expectAccessible(page, 'home');
  const tab = (name: string) => panel.getByRole('navigation').getByRole('button', { name });
  await tab('Checklists').click();
  await expectAccessible(page, 'checklists');
  await panel.getByRole('button', { name: /^Set up your team space/ }).click();
  await expect(panel.getByRole('list', { name: 'Steps' })).toBeVisible();
  await expectAccessible(page, 'checklist');
  await panel.getByRole('button', { name: 'Remind me later' }).click();
  await expect(panel.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'ways to put off');
  await panel.getByRole('button', { name: 'Not for me' }).click();
  await expect(panel.getByRole('button', { name: 'Keep it' })).toBeVisible();
  await expectAccessible(page, 'ways to hide');
  await panel.getByRole('button', { name: 'Keep it' }).click();
  await panel.getByRole('button', { name: 'Back' }).click();
  await tab('Messages').click();
  await expect(panel.getByRole('textbox', { name: 'Write a message' })).toBeVisible();
  await expectAccessible(page, 'messages');
  await panel.getByRole('textbox', { name: 'Write a message' }).fill('Is there a template?');
  await panel.getByRole('button', { name: 'Send message' }).click();
  await expect(
    panel
      .getByRole('listitem')
      .filter({ hasText: 'Is there a template?' })
      .getByText(/· delivered$/),
  ).toBeVisible();
  await expectAccessible(page, 'a thread');
  await panel.getByRole('button', { name: 'Back' }).click();
  await tab('Guides').click();
  await expect(panel.getByRole('searchbox')).toBeVisible();
  await expectAccessible(page, 'guides');
  await panel.getByRole('searchbox').fill('search');
  await expectAccessible(page, 'search');
  await panel.getByRole('button', { name: /^Find anything in three words/ }).click();
  await expect(panel.getByRole('heading', { name: 'Find anything in three words' })).toBeVisible();
  await expectAccessible(page, 'guide');
});
