import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { anAnnouncement, anId, aRecord } from '../testing/drafts.ts';
import { opened, signIn } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const kept = () => api.contents[0]!.record.draft as ReturnType<typeof anAnnouncement>;
const publish = () => page.getByRole('button', { name: 'Publish v1' });
const preview = () => page.getByLabelText('Preview', { exact: true });
const mode = (name: string) => page.getByRole('radio', { name, exact: true });

beforeEach(() => {
  api = new StandIn().install();
  api.add('announcement', { ...aRecord(), id: anId('ann'), draft: anAnnouncement() });
});

describe('the editor of an announcement', () => {
  beforeEach(() => void opened(`announcements/${anId('ann')}`));

  test('shows the widget itself in each mode', async () => {
    await expect.element(preview().getByText('What’s new')).toBeVisible();
    await mode('Banner').click();
    await expect.element(preview().getByRole('region', { name: 'News' })).toBeVisible();
    await mode('Popover').click();
    await expect.element(preview().getByRole('dialog', { name: 'News' })).toBeVisible();
    await expect.poll(() => kept().body.mode).toBe('popover');
  });

  test('says of each mode what it means for the reader', async () => {
    await expect.element(mode('Badge')).toHaveAccessibleDescription(/Interrupts nobody/);
    await expect.element(mode('Banner')).toHaveAccessibleDescription(/pushes the page down/);
  });

  test('a button needs words and an address that can be opened', async () => {
    await page.getByRole('switch', { name: 'Has a button' }).click();
    const link = page.getByLabelText('Opens', { exact: true });
    await expect.element(link).toHaveAccessibleDescription(/Give an address/);
    await link.fill('javascript:alert(1)');
    await expect.element(link).toHaveAccessibleDescription(/Use an address that starts with/);
    await expect.element(publish()).toHaveAccessibleDescription('Mend the problems first.');
    await link.fill('/folders');
    await page.getByLabelText('Button', { exact: true }).fill('See how');
    await expect.element(publish()).not.toHaveAttribute('aria-disabled');
    await expect.poll(() => kept().body.action).toEqual({ label: { en: 'See how' }, url: '/folders' });
  });
});

test.each([
  { mode: 'badge', says: /^A badge never opens by itself/, clocks: [] },
  {
    mode: 'banner',
    says: /^The banner comes by itself/,
    clocks: ['Again after it was shown', 'Again after it was closed'],
  },
] as const)('of a $mode the delivery says when it comes', async ({ mode: how, says, clocks }) => {
  api.contents[0]!.record = { ...api.contents[0]!.record, draft: anAnnouncement({ mode: how }) };
  opened(`announcements/${anId('ann')}?tab=delivery`);
  await expect.element(page.getByText(says)).toBeVisible();
  await expect
    .poll(() => page.getByRole('spinbutton', { name: /^Again/ }).elements().length)
    .toBe(clocks.length);
  for (const clock of clocks) await expect.element(page.getByLabelText(clock)).toBeVisible();
});

test('who may only look cannot choose', async () => {
  signIn(['read']);
  opened(`announcements/${anId('ann')}`);
  await expect.element(mode('Badge')).toBeDisabled();
});

test('an empty list teaches with an example that can be published at once', async () => {
  api.contents = [];
  opened('announcements');
  await expect
    .element(page.getByRole('heading', { name: 'Say what is new to those whom it concerns' }))
    .toBeVisible();
  await expect.element(page.getByText('Shared folders are here')).toBeVisible();
});
