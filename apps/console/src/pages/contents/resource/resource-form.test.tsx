import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { anId, aRecord, aResource } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => (api.contents[0]!.record.draft as ReturnType<typeof aResource>).body;
const publish = () => page.getByRole('button', { name: 'Publish v1' });

beforeEach(() => {
  api = new StandIn().install();
  api.add('resource', { ...aRecord(), id: anId('res'), draft: aResource() });
  opened(`resources/${anId('res')}`);
});

test('a video needs an address that can be opened', async () => {
  await page.getByLabelText('Type', { exact: true }).selectOptions('Video');
  const url = page.getByLabelText('Address of the video');
  await expect.element(url).toHaveAccessibleDescription(/Give an address/);
  await url.fill('data:video');
  await expect.element(url).toHaveAccessibleDescription(/Use an address that starts with/);
  await expect.element(publish()).toHaveAccessibleDescription('Mend the problems first.');
  await url.fill('https://example.com/v');
  await expect.element(publish()).not.toHaveAttribute('aria-disabled');
  await expect.poll(() => stored().url).toBe('https://example.com/v');
});

test('a webinar needs its hours, and is its recording afterwards', async () => {
  await page.getByLabelText('Type', { exact: true }).selectOptions('Webinar');
  await expect
    .element(page.getByLabelText('Starts', { exact: true }))
    .toHaveAccessibleDescription(/Set the time/);
  await page.getByLabelText('Starts', { exact: true }).fill('2030-04-01T15:00');
  await page.getByLabelText('Ends', { exact: true }).fill('2030-04-01T16:00');
  await page.getByLabelText(/^Recording/).fill('https://example.com/recording');
  await expect.element(publish()).not.toHaveAttribute('aria-disabled');
  await expect.poll(() => stored().recordingUrl).toBe('https://example.com/recording');
  expect(stored().startsAt).toBe(new Date('2030-04-01T15:00').toISOString());
});
