import type { Locator } from '@playwright/test';
import { visit } from '../demo/visit.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Checklist {
  id: string;
  draft: { delivery: Record<string, unknown>; body: { title: Record<string, string> } };
}

type Arms = Record<'content' | 'b', { assigned: number; finished: number }>;

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

test('two people get different variants of a checklist, stay with theirs, are counted apart, and the better one becomes everybody’s', async ({
  page,
  device,
  demo,
  hostFor,
  api,
  staff,
}) => {
  const tag = Date.now().toString(36);
  const people = Array.from({ length: 14 }, (_, n) => `variant-${tag}-${n}`);
  const [short, long] = [`The short way ${tag}`, `The long way ${tag}`];
  const [invite, connect] = [`Invite a colleague ${tag}`, `Connect a calendar ${tag}`];
  const { data, etag } = await api.send<Checklist>('POST', '/v1/checklists', { name: `Start ${tag}` });
  const path = `/v1/checklists/${data.id}`;
  const audience = { type: 'list', subject: 'contact', ids: people };
  const delivery = { ...data.draft.delivery, audience, interruptive: false };
  const body = {
    title: { en: short },
    intro: {},
    steps: [aStep('invite', invite)],
    ordered: false,
    progressOf: 'contact',
    celebration: {},
  };
  await api.send('PATCH', path, { draft: { defaultLocale: 'en', locales: ['en'], delivery, body } }, etag);

  // the team plans two variants, and edits the second one where it edits the first
  const editor = await staff(`/checklists/${data.id}?tab=experiment`);
  await editor.getByRole('button', { name: 'Add a variant' }).click();
  await editor.getByRole('radio', { name: 'People' }).check();
  await editor.getByLabel('What counts as success').fill('calendar_connected');
  await editor.getByLabel('Name of A').fill('Short');
  await editor.getByLabel('Name of B').fill('Long');
  await expect(editor.getByText('50 % of all').first()).toBeVisible();
  await editor.getByRole('button', { name: 'Edit “Long”' }).click();
  await editor.getByLabel('Title', { exact: true }).fill(long);
  await expect(editor.getByRole('region', { name: 'Preview' }).getByText(long).first()).toBeVisible();
  await editor.getByRole('button', { name: 'Add step' }).first().click();
  await editor.getByLabel('Title', { exact: true }).last().fill(connect);
  await expectAccessible(editor, 'a variant in the editor');
  await editor.getByRole('button', { name: 'Publish v1' }).click();
  const dialog = editor.getByRole('dialog', { name: 'Publish version 1?' });
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText('Version 1 is live.', { exact: true })).toBeVisible();

  // chance decides who gets which: of fourteen people somebody gets each, but once in 8,000 times
  const editions = new Map<number, string>();
  for (const userId of people) {
    const { show } = await visit(demo, userId);
    const version = show.find(({ contentId }) => contentId === data.id)?.version;
    if (version !== undefined && !editions.has(version)) editions.set(version, userId);
    if (editions.size === 2) break;
  }
  const [ofShort = '', ofLong = ''] = [editions.get(1), editions.get(1.1)];

  const widget = widgetOn(page);
  await page.goto(hostFor(ofShort));
  await widget.openPanel();
  await widget.panel.getByRole('button', { name: short }).first().click();
  await expect(widget.step(connect)).toHaveCount(0);
  await tick(widget.step(invite), invite);
  await widget.sent();

  for (const other of [await device(), await device()]) {
    const theirs = widgetOn(other);
    await other.goto(hostFor(ofLong));
    await theirs.openPanel();
    await expect(theirs.panel.getByRole('button', { name: short })).toHaveCount(0);
    await theirs.panel.getByRole('button', { name: long }).first().click();
    await expect(theirs.step(connect)).toHaveCount(1);
    await tick(theirs.step(invite), invite, 'once');
    await theirs.sent();
  }

  // what they did is counted by variant, and why they have it is told
  const arms = async () => (await api.get<{ readout: { arms: Arms } }>(`${path}/experiment`)).readout.arms;
  await expect
    .poll(async () => {
      const { content, b } = await arms();
      return [content.finished, b.finished, content.assigned > 0, b.assigned > 0];
    })
    .toEqual([1, 0, true, true]);
  await editor.goto(new URL(`/console/checklists/${data.id}?tab=experiment`, demo.url).href);
  await expect(editor.getByText('Too early: these numbers can mislead')).toBeVisible();
  const { content } = await arms();
  await expect(editor.getByRole('row', { name: /^Finished or answered it/ })).toContainText(
    `1 of ${content.assigned}`,
  );
  await expectAccessible(editor, 'variants and what they did');
  const decisions = await staff(`/decisions?content=${data.id}`);
  await expect(decisions.getByText(/Variant: “Long”/).first()).toBeVisible();

  // the better one becomes the draft with one action, and then everybody's
  await editor.getByRole('button', { name: 'Choose “Long” as the winner' }).click();
  const question = editor.getByRole('dialog', { name: '“Long” for everybody?' });
  await expectAccessible(editor, 'choosing a winner');
  await question.getByRole('button', { name: 'Choose it' }).click();
  await expect(question).toBeHidden();
  const chosen = await api.get<Checklist>(path);
  expect(chosen.draft.body.title).toEqual({ en: long });
  await editor.getByRole('button', { name: 'Publish v2' }).click();
  const again = editor.getByRole('dialog', { name: 'Publish version 2?' });
  await again.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText('Version 2 is live.', { exact: true })).toBeVisible();
  // who had finished the short one is not asked again: it has the new words, and no new work
  await page.goto(hostFor(ofShort));
  await widget.openPanel();
  await expect(widget.panel.getByRole('button', { name: short })).toHaveCount(0);
  const finished = await visit(demo, ofShort);
  expect(finished.show.find(({ contentId }) => contentId === data.id)).toMatchObject({ reason: 'finished' });
});

/** Opens a step if it is folded, and finishes it. @param often - `once`: it may be done already, on another device. */
async function tick(step: Locator, title: string, often?: 'once'): Promise<void> {
  const fold = step.getByRole('button', { name: title });
  await expect(step).toHaveCount(1);
  const done = step.getByRole('button', { name: 'Mark as done' });
  if (often === 'once' && (await step.getAttribute('class'))?.includes('done')) return;
  if ((await fold.count()) > 0 && (await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  if (often === 'once' && (await done.count()) === 0) return;
  await done.click();
}
