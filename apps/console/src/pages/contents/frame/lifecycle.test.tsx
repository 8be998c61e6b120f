import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { state } from '../../../data/session.ts';
import { aChecklist, anId, aRecord, aStep } from '../testing/drafts.ts';
import { opened, signIn } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const live = aChecklist({ steps: [aStep('a'), aStep('b')] });
const draft = aChecklist({ steps: [aStep('b'), aStep('a'), aStep('c', { title: { en: 'Import data' } })] });

let api: StandIn;
const server = () => api.contents[0]!;
const publishButton = () => page.getByRole('button', { name: /^Publish v/ });
const openReview = () => page.getByRole('button', { name: /^Review and comments/ }).click();
const drawer = () => page.getByRole('dialog', { name: 'Review and comments' });

/** The workspace publishes only what was approved. */
function requireApproval(): void {
  const now = state.peek();
  if (now.status !== 'signed_in') throw new Error('Nobody is signed in');
  const workspaces = now.me.workspaces.map((workspace) => ({ ...workspace, requireApproval: true }));
  state.value = { ...now, me: { ...now.me, workspaces } };
}

beforeEach(() => {
  api = new StandIn().install();
  api.add('checklist', aRecord(draft, { status: 'published', version: 7 }), live);
});

describe('a review', () => {
  test('is asked for with a note', async () => {
    opened(`checklists/${ID}`);
    await openReview();
    await expect.element(drawer().getByText('Nobody was asked to read this draft.')).toBeVisible();
    await drawer()
      .getByLabelText(/^What to look at/)
      .fill('The new step');
    await drawer().getByRole('button', { name: 'Ask for a review' }).click();
    await expect.element(drawer().getByText('Review requested')).toBeVisible();
    await expect.element(drawer().getByText('The new step')).toBeVisible();
    expect(api.writes.at(-1)).toMatchObject({ path: `/v1/checklists/${ID}/request-review` });
  });

  test('is answered with what should change, which has to be said', async () => {
    opened(`checklists/${ID}`);
    await openReview();
    await drawer().getByRole('button', { name: 'Ask for changes' }).click();
    await expect
      .element(drawer().getByLabelText(/^Your answer/))
      .toHaveAccessibleDescription(/Say what should/);
    await drawer()
      .getByLabelText(/^Your answer/)
      .fill('Shorter');
    await drawer().getByRole('button', { name: 'Ask for changes' }).click();
    await expect.element(drawer().getByText('Changes requested', { exact: true })).toBeVisible();
  });

  test('lets a draft be published where approval is required', async () => {
    requireApproval();
    opened(`checklists/${ID}`);
    await expect.element(publishButton()).toHaveAccessibleDescription(/^Ask for a review first/);
    await openReview();
    await drawer().getByRole('button', { name: 'Approve' }).click();
    await expect.element(drawer().getByText('Approved', { exact: true })).toBeVisible();
    await expect.element(publishButton()).not.toHaveAttribute('aria-disabled');
  });

  test('is not given to one’s own last change', async () => {
    requireApproval();
    server().record = { ...server().record, draftedBy: { id: anId('mem'), name: 'Mika Hayashi' } };
    opened(`checklists/${ID}`);
    await openReview();
    await expect
      .element(drawer().getByRole('button', { name: 'Approve' }))
      .toHaveAccessibleDescription(/somebody else has to approve it/);
  });

  test('is only read by who may not write', async () => {
    signIn(['read']);
    opened(`checklists/${ID}`);
    await openReview();
    await expect.element(drawer().getByText('No comments yet. Only your team sees them.')).toBeVisible();
    await expect.element(drawer().getByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    await expect.element(drawer().getByRole('button', { name: 'Comment' })).not.toBeInTheDocument();
  });
});

test('a comment is said about a field, and leads there', async () => {
  opened(`checklists/${ID}`);
  await openReview();
  await drawer().getByLabelText('Your comment').fill('Is this the right word?');
  await drawer().getByLabelText('About').selectOptions('Step 3, title');
  await drawer().getByRole('button', { name: 'Comment' }).click();
  await expect.element(drawer().getByText('Is this the right word?')).toBeVisible();
  await drawer().getByRole('button', { name: 'Step 3, title' }).click();
  await expect.element(page.getByLabelText('Title', { exact: true })).toHaveValue('Import data');
});

test('what would change is said in sentences, and what happens to those in the middle', async () => {
  api.checks = {
    problems: [],
    warnings: [
      { path: 'steps.2.action.url', code: 'link_dead' },
      {
        path: 'delivery.priority',
        code: 'same_moment',
        about: { id: anId('ann'), kind: 'announcement', name: 'News' },
      },
    ],
    midway: { unfinished: 14, finished: 3 },
  };
  opened(`checklists/${ID}`);
  await publishButton().click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 8?' });
  await expect.element(dialog.getByText('14 are in the middle of it.')).toBeVisible();
  await expect.element(dialog.getByText('“Import data” is new: they have to do it as well.')).toBeVisible();
  await expect.element(dialog.getByText('3 have finished, and stay finished.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Stay with theirs' }).click();
  await expect.element(dialog.getByText(/^They go on with the version they began/)).toBeVisible();
  await expect.element(dialog.getByText(/they have to do it as well/)).not.toBeInTheDocument();
  await expect.element(dialog.getByText(/^“News” opens for the same people/)).toBeVisible();
  await dialog.getByText('2 changes since v7').click();
  await expect.element(dialog.getByText('Step 3: “Import data” was added.')).toBeVisible();
  await expect.element(dialog.getByText(/^“Step a” moved from place 1 to place 2\.$/)).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Publish' })).not.toHaveAttribute('aria-disabled');
  await dialog.getByRole('button', { name: 'Priority' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Priority')).toHaveFocus();
});

test('a time is on the clocks of a zone, and says what it is elsewhere', async () => {
  opened(`checklists/${ID}`);
  await publishButton().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'At a time' }).click();
  await dialog.getByLabelText('Time zone').selectOptions('Europe/Berlin');
  const start = dialog.getByLabelText('Shown from');
  await start.fill('2030-03-31T02:30');
  await expect.element(start).toHaveAccessibleDescription(/Clocks leap over this time there.*in Asia\/Tokyo/);
  await dialog.getByLabelText(/^Shown until/).fill('2030-03-30T02:30');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect
    .element(dialog.getByLabelText(/^Shown until/))
    .toHaveAccessibleDescription(/later than the start/);
  await expect.element(dialog.getByText('Until then customers go on to see v7.')).toBeVisible();
  await dialog.getByLabelText(/^Shown until/).fill('2030-04-30T12:00');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(api.writes.at(-1)?.body).toMatchObject({
    startsAt: '2030-03-31T01:30:00.000Z',
    endsAt: '2030-04-30T10:00:00.000Z',
  });
});

const before = {
  version: 6,
  publishedAt: '2026-10-01T00:00:00.000Z',
  publishedBy: null,
  staying: [],
  note: '',
  draft: aChecklist({ steps: [aStep('a')] }),
};

test('where nothing was changed since, what the last publication changed is compared first', async () => {
  server().versions.unshift(before);
  server().record = aRecord(live, { status: 'published', version: 7, edited: false });
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByText('Compare two versions').click();
  await expect.element(versions.getByText('Step 2: “Step b” was added.').first()).toBeVisible();
});

test('two versions are compared, and the log says who did what', async () => {
  server().versions.unshift(before);
  api.log = [
    {
      id: 'aud_1',
      at: '2026-11-02T09:00:00.000Z',
      by: { kind: 'member', name: 'Jun Kim' },
      act: 'rollback',
      version: 7,
      note: 'v5',
    },
  ];
  opened(`checklists/${ID}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await expect.element(versions.getByText('Brought back')).toBeVisible();
  await expect.element(versions.getByText(/by Jun Kim/)).toBeVisible();
  await versions.getByText('Compare two versions').click();
  await versions.getByLabelText('From').selectOptions('v6');
  await versions.getByLabelText('To', { exact: true }).selectOptions('v7');
  await expect.element(versions.getByText('Step 2: “Step b” was added.').first()).toBeVisible();
  await versions.getByLabelText('From').selectOptions('v7');
  await expect.element(versions.getByText('No differences.')).toBeVisible();
});
