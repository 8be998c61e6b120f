import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anId, aRecord, aSurvey } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
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
  await expect.poll(() => stored().questions.map(({ type }) => type)).toEqual(['nps', 'text']);
  const grip = page.getByRole('button', { name: /^Move question 2/ });
  (grip.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => stored().questions.map(({ type }) => type)).toEqual(['text', 'nps']);
  await expect.element(page.getByRole('button', { name: /^Move question 1, Anything else/ })).toHaveFocus();
  await expect.element(page.getByRole('button', { name: 'Remove question' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove question' }).click();
  await expect.poll(() => stored().questions).toHaveLength(1);
  await expect.element(page.getByRole('button', { name: 'Remove question' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => stored().questions.map(({ text }) => text['en']))
    .toEqual(['Anything else?', 'How likely?']);
});

test('a follow-up is asked by band, and its words survive the switch', async () => {
  const low = page.getByRole('switch', { name: 'Ask after 0 to 6' });
  await low.click();
  await expect.poll(() => stored().followUps.detractor).toBeNull();
  await low.click();
  await expect.poll(() => stored().followUps.detractor).toEqual({ en: 'Why?' });
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

describe('a question of another type', () => {
  const type = () => page.getByRole('combobox', { name: 'Type' });
  const problems = () => page.getByText('Give at least two options.');

  test('comes with the words of its scale, under a key of its own; a survey without a score has one ending', async () => {
    await type().selectOptions('Satisfaction, 1 to 5 (CSAT)');
    await expect.poll(() => stored().questions[0]?.type).toBe('csat');
    const [question] = stored().questions;
    expect(question).toMatchObject({
      text: { en: 'How likely?' },
      required: true,
      labels: { low: { en: 'Very dissatisfied' }, high: { en: 'Very satisfied' } },
    });
    expect(question?.key).not.toBe('score');
    await expect.element(page.getByLabelText('Label at 5')).toHaveValue('Very satisfied');
    await expect.element(page.getByRole('heading', { name: 'Follow-up' })).not.toBeInTheDocument();
    await page.getByRole('textbox', { name: /^Last words/ }).fill('We read it.');
    await expect.poll(() => stored().endings.passive).toEqual({ en: 'We read it.' });
  });

  test('of choices has options that are written, moved by keyboard and removed, one in own words, in random order', async () => {
    await type().selectOptions('Several choices');
    await page.getByLabelText('Option 1').fill('Price');
    await page.getByLabelText('Option 2').fill('Speed');
    (page.getByRole('button', { name: /^Move option 2, Speed/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(page.getByRole('button', { name: /^Move option 1, Speed/ })).toHaveFocus();
    await page.getByRole('switch', { name: 'In random order' }).click();
    await page.getByRole('switch', { name: 'Offer an option in own words' }).click();
    await page.getByLabelText('What it is called').fill('Something else');
    const options = () => {
      const [question] = stored().questions;
      return question && 'options' in question
        ? [question.options.map(({ text }) => text['en']), question.other?.['en'], question.random]
        : undefined;
    };
    await expect.poll(options).toEqual([['Speed', 'Price'], 'Something else', true]);
    await page.getByRole('button', { name: 'Remove option “Price”' }).click();
    expect(problems().elements()).toEqual([]);
    await page.getByRole('button', { name: 'Remove option “Speed”' }).click();
    await expect
      .element(page.getByRole('group', { name: 'Options' }))
      .toHaveAccessibleDescription(/^Give at least two options/);
  });

  test('the real survey beside it has its faces', async () => {
    await type().selectOptions('Satisfaction, 1 to 5 (CSAT)');
    const preview = page.getByRole('region', { name: 'Preview' });
    const face = preview.getByRole('radio', { name: '5', exact: true });
    await expect.poll(() => preview.getByRole('radio').elements().length).toBe(9);
    await expect.element(face).toHaveAccessibleDescription('Very satisfied');
  });
});

describe('after an answer', () => {
  const rules = () => stored().questions[0]?.next;
  const select = (name: string) => page.getByRole('combobox', { name });

  beforeEach(async () => {
    for (const text of ['Why?', 'Anything else?']) {
      await page.getByRole('button', { name: 'Add question' }).click();
      await page.getByLabelText('Question', { exact: true }).last().fill(text);
    }
    await page.getByRole('button', { name: 'Add rule' }).first().click();
  });

  test('a part of the scale goes to a question further down, or to the end', async () => {
    await expect.poll(rules).toEqual([{ when: { type: 'between', low: 0, high: 0 }, to: null }]);
    await select('Highest score').selectOptions('6');
    await select('Goes to').selectOptions('3. Anything else?');
    const last = () => stored().questions[2]?.key;
    await expect.poll(rules).toEqual([{ when: { type: 'between', low: 0, high: 6 }, to: last() }]);
    await select('Lowest score').selectOptions('8');
    await expect.poll(rules).toMatchObject([{ when: { low: 8, high: 8 } }]);
    await page.getByRole('button', { name: 'Remove rule 1' }).click();
    await expect.poll(() => stored().questions[0]).not.toHaveProperty('next');
  });

  test('what leads past a question for everybody is said at that question', async () => {
    await select('Which answers').selectOptions('Every answer');
    await select('Goes to').selectOptions('3. Anything else?');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Question 2' }) });
    await expect.element(card.getByText(/^Nobody comes to this question/)).toBeVisible();
  });

  test('a rule whose question was removed asks for another', async () => {
    await select('Goes to').selectOptions('3. Anything else?');
    await page.getByRole('button', { name: 'Remove question' }).last().click();
    await expect.element(page.getByText('It goes to a question that is gone. Choose another.')).toBeVisible();
    await select('Goes to').selectOptions('the end');
    expect(page.getByText('It goes to a question that is gone. Choose another.').elements()).toEqual([]);
  });

  test('the ways are drawn, follow what is edited, mark what is wrong, and lead to the fields', async () => {
    const place = (name: RegExp) =>
      page.getByRole('region', { name: 'The way through' }).getByRole('button', { name });
    await expect.element(place(/^Question 1.* 7–10: goes to Question 2/)).toBeVisible();
    await expect.element(page.getByText(/^Somebody comes to every question/)).toBeVisible();
    await select('Which answers').selectOptions('Every answer');
    await select('Goes to').selectOptions('3. Anything else?');
    await expect.element(page.getByText('One place needs mending.')).toBeVisible();
    await expect.element(place(/^Question 1.*7–10: goes to Question 3, Anything else\?/)).toBeVisible();
    (place(/^Nobody comes here Question 2 Why\?/).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Question', { exact: true }).nth(1)).toHaveFocus();
  });
});
