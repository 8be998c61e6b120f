import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anId, aRecord, aSurvey } from '../testing/drafts.ts';
import { opened, SOON } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => (api.contents[0]!.record.draft as ReturnType<typeof aSurvey>).body;

beforeEach(() => {
  api = new StandIn().install();
  api.add('survey', { ...aRecord(), id: anId('srv'), draft: aSurvey() });
  opened(`surveys/${anId('srv')}`);
});

test('questions in words are added, moved by keyboard and removed with undo; the score stays', async () => {
  await page.getByRole('button', { name: 'Add question' }).click();
  await page.getByLabelText('Question', { exact: true }).last().fill('Anything else?');
  await expect.poll(() => stored().questions.map(({ type }) => type), SOON).toEqual(['nps', 'text']);
  const grip = page.getByRole('button', { name: /^Move question 2/ });
  (grip.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => stored().questions.map(({ type }) => type), SOON).toEqual(['text', 'nps']);
  await expect.element(page.getByRole('button', { name: /^Move question 1, Anything else/ })).toHaveFocus();
  await expect.element(page.getByRole('button', { name: 'Remove question' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove question' }).click();
  await expect.poll(() => stored().questions, SOON).toHaveLength(1);
  await expect.element(page.getByRole('button', { name: 'Remove question' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => stored().questions.map(({ text }) => text['en']), SOON)
    .toEqual(['Anything else?', 'How likely?']);
});

test('a follow-up is asked by band, and its words survive the switch', async () => {
  const low = page.getByRole('switch', { name: 'Ask after 0 to 6' });
  await low.click();
  await expect.poll(() => stored().followUps.detractor, SOON).toBeNull();
  await low.click();
  await expect.poll(() => stored().followUps.detractor, SOON).toEqual({ en: 'Why?' });
  await page.getByRole('switch', { name: 'Ask after 9 to 10' }).click();
  await expect
    .element(page.getByLabelText('Follow-up after 9 to 10'))
    .toHaveAccessibleDescription('Needed before you publish.');
});

test('the real survey is beside it and follows', async () => {
  await page.getByLabelText('Question', { exact: true }).fill('How likely is it?');
  await expect
    .element(page.getByRole('region', { name: 'Preview' }).getByText('How likely is it?'))
    .toBeVisible();
});
