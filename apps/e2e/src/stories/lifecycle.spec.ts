import type { Locator, Page } from '@playwright/test';
import type { Written } from '../demo/management-api.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Checklist {
  id: string;
  status: string;
  version: number | null;
  draft: { delivery: Record<string, unknown>; body: { steps: { key: string; title: object }[] } };
}

/** Nobody answers a dialog before it says what it has to say; what comes late moves what stands below it. */
const readThrough = async (dialog: Locator) => {
  await dialog.waitFor();
  await expect(dialog.locator('.skel')).toHaveCount(0);
};

const aStep = (key: string, title: string) => ({
  key,
  title: { en: title },
  body: {},
  action: null,
  completeWhen: null,
  requires: [],
  optional: false,
  visibleWhen: null,
  dueInDays: null,
  owner: 'customer',
});

test('a checklist from its draft over review and schedule to the customer, edited while they are in the middle, and brought back', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const someone = await person('onboarded');
  const name = `Spring start for ${someone.account.name}`;
  const [first, second] = [`Open ${name}`, `Close ${name}`];
  const path = (id: string, act = '') => `/v1/checklists/${id}${act}`;

  // a colleague writes it, and asks for a review
  const made = await api.send<Checklist>('POST', '/v1/checklists', { name });
  const { id, draft } = made.data;
  const audience = { type: 'trait', subject: 'account', key: 'name', op: 'is', value: someone.account.name };
  const body = {
    title: { en: name },
    intro: {},
    steps: [aStep('open', first), aStep('close', second)],
    ordered: false,
    progressOf: 'contact',
    celebration: {},
  };
  const delivery = { ...draft.delivery, audience, interruptive: false };
  const written = await api.send<Checklist>(
    'PATCH',
    path(id),
    { draft: { defaultLocale: 'en', locales: ['en'], delivery, body } },
    made.etag,
  );
  await api.send('POST', path(id, '/request-review'), { note: 'Is it short enough?' }, written.etag);

  // the owner finds it in their day, comments, and approves
  const editor = await staff('/');
  const waiting = editor.getByRole('listitem').filter({ hasText: `wants you to read “${name}”` });
  await waiting.getByRole('button', { name: 'Open draft' }).click();
  const review = editor.getByRole('dialog', { name: 'Review and comments' });
  await expect(review.getByText('Is it short enough?')).toBeVisible();
  await expectAccessible(editor, 'review');
  await review.getByLabel('Your comment').fill('Good words.');
  await review.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(review.getByText('Good words.', { exact: true })).toBeVisible();
  await review.getByRole('button', { name: 'Approve' }).click();
  await expect(review.getByText('Approved', { exact: true })).toBeVisible();
  await review.getByRole('button', { name: 'Close' }).click();

  // and publishes it for a time
  await editor.getByRole('button', { name: 'Publish v1' }).click();
  const dialog = editor.getByRole('dialog', { name: 'Publish version 1?' });
  await readThrough(dialog);
  await dialog.getByRole('radio', { name: 'At a time' }).click();
  await dialog.getByLabel('Shown from').fill('2040-04-02T09:00');
  await dialog.getByLabel(/^Shown until/).fill('2040-05-02T09:00');
  await expectAccessible(editor, 'schedule');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(editor.getByText('Scheduled, v1')).toBeVisible();
  const scheduled = await api.get<Checklist & { startsAt: string }>(path(id));
  expect(scheduled).toMatchObject({ status: 'scheduled', startsAt: '2040-04-02T00:00:00.000Z' });

  const widget = widgetOn(page);
  const row = () => widget.panel.getByRole('button', { name });
  const openPanel = async (address: string) => {
    await page.goto(address);
    await widget.openPanel();
  };
  const address = hostFor(someone.userId);
  await openPanel(address);
  await expect(row()).toHaveCount(0);

  // the time comes
  const soon = new Date(Date.now() + 1_500).toISOString();
  await api.send('POST', path(id, '/schedule'), { startsAt: soon }, await etagOf(editor, id));
  await expect.poll(async () => (await api.get<Checklist>(path(id))).status).toBe('published');
  await openPanel(address);
  await row().first().click();
  await tick(widget.step(first), first);
  await widget.sent();

  // edited live: what was done stays, and the new step counts
  await editor.reload();
  const body2 = { ...body, steps: [...body.steps, aStep('look', `Look back on ${name}`)] };
  const now = await api.get<Checklist & { draft: object }>(path(id));
  await api.send('PATCH', path(id), { draft: { ...now.draft, body: body2 } }, await etagOf(editor, id));
  await editor.reload();
  await editor.getByRole('button', { name: 'Publish v3' }).click();
  const again = editor.getByRole('dialog', { name: 'Publish version 3?' });
  await readThrough(again);
  await expect(again.getByText('1 is in the middle of it.')).toBeVisible();
  await expect(again.getByText(`“Look back on ${name}” is new: they have to do it as well.`)).toBeVisible();
  await again.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText('Version 3 is live.', { exact: true })).toBeVisible();

  await openPanel(address);
  await row().first().click();
  await expect(widget.panel.getByText('1 of 3', { exact: false }).first()).toBeVisible();

  // and brought back
  await editor.getByRole('button', { name: 'Versions' }).click();
  const versions = editor.getByRole('dialog', { name: 'Versions' });
  await expect(versions.getByText('Review requested', { exact: true })).toBeVisible();
  await expectAccessible(editor, 'versions');
  await versions.getByRole('button', { name: 'Bring back' }).first().click();
  await editor
    .getByRole('dialog', { name: 'Bring back version 2 as version 4?' })
    .getByRole('button', { name: 'Bring back' })
    .click();
  await expect(editor.getByText('Live, v4')).toBeVisible();
  await openPanel(address);
  await row().first().click();
  await expect(widget.panel.getByText('1 of 2', { exact: false }).first()).toBeVisible();

  // another version for those who begin from now on
  await api.send('PATCH', path(id), { draft: { ...now.draft, body: body2 } }, await etagOf(editor, id));
  await editor.reload();
  await editor.getByRole('button', { name: 'Publish v5' }).click();
  const last = editor.getByRole('dialog', { name: 'Publish version 5?' });
  await readThrough(last);
  await last.getByRole('radio', { name: 'Stay with theirs' }).click();
  await expectAccessible(editor, 'those in the middle');
  await last.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText('Version 5 is live.', { exact: true })).toBeVisible();
  await openPanel(address);
  await row().first().click();
  await expect(widget.panel.getByText('1 of 2', { exact: false }).first()).toBeVisible();
});

/** Opens a step if it is folded, and finishes it. */
async function tick(step: Locator, title: string): Promise<void> {
  const fold = step.getByRole('button', { name: title });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await step.getByRole('button', { name: 'Mark as done' }).click();
}

/** The guard of the next change, as somebody who is signed in reads it. */
async function etagOf(editor: Page, id: string): Promise<Written<unknown>['etag']> {
  const answer = await editor.request.get(new URL(`/v1/checklists/${id}`, editor.url()).href, {
    headers: {
      'banso-workspace': await editor.evaluate(() => localStorage.getItem('banso:workspace') ?? ''),
    },
  });
  return answer.headers()['etag'] ?? '*';
}
