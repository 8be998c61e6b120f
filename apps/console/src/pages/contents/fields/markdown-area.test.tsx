import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anAnnouncement, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const area = () => page.getByRole('textbox', { name: 'Text optional' });
const stored = () => (api.contents[0]!.record.draft as ReturnType<typeof anAnnouncement>).body.body['en'];

beforeEach(async () => {
  api = new StandIn().install();
  const draft = anAnnouncement({ body: { en: 'one two' } });
  api.add('announcement', { ...aRecord(), id: anId('ann'), draft });
  opened(`announcements/${anId('ann')}`);
  await expect.element(page.getByRole('button', { name: /^Bold/ }).first()).toBeVisible();
});

/** Selects what is between two offsets of the text area. */
function select(start: number, end: number): void {
  const element = area().element() as HTMLTextAreaElement;
  element.focus();
  element.setSelectionRange(start, end);
}

test('keys and buttons mark what is selected, and each is taken back by itself', async () => {
  select(0, 3);
  await userEvent.keyboard('{Control>}b{/Control}');
  await expect.element(area()).toHaveValue('**one** two');
  await userEvent.keyboard('{Control>}i{/Control}');
  await expect.element(area()).toHaveValue('***one*** two');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(area()).toHaveValue('**one** two');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(area()).toHaveValue('one two');
  select(4, 7);
  await page.getByRole('button', { name: 'Code' }).click();
  await expect.element(area()).toHaveValue('one `two`');
  await expect.poll(stored).toBe('one `two`');
});

test('a link is begun by key, nothing else hears of it, and its address is judged while it is typed', async () => {
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => {
    if (!event.defaultPrevented) heard.push(event.key);
  };
  document.addEventListener('keydown', hear);
  select(0, 3);
  await userEvent.keyboard('{Control>}k{/Control}');
  document.removeEventListener('keydown', hear);
  expect(heard).not.toContain('k');
  await expect.element(area()).toHaveValue('[one](https://) two');
  await expect.element(area()).toHaveAccessibleDescription(/Nobody can follow this link: https:\/\//);
  await userEvent.keyboard('javascript:alert');
  await expect.element(area()).toHaveAccessibleDescription(/link: javascript:alert/);
  select(6, 22);
  await userEvent.keyboard('/help');
  await expect.element(area()).toHaveValue('[one](/help) two');
  await expect.element(area()).toBeValid();
});
