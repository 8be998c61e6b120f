import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './banso-survey.define.ts';
import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';
import { aBranchingSurvey } from './testing/contents.ts';
import { expectFocusOn, focused, inside, stage, standIn } from './testing/stage.ts';

function survey(over: Partial<PublishedSurvey> = {}, locale = 'en') {
  const controller = standIn({ contents: [aBranchingSurvey(over)], locale });
  const element = stage('banso-survey', controller, { content: 'csat', surface: 'popover' });
  const answers = () =>
    controller.facts.flatMap((fact) =>
      fact.type === 'survey_answered' ? [[fact.question, fact.value, fact.other]] : [],
    );
  return { controller, element, answers };
}
const { questions: QUESTIONS } = aBranchingSurvey();
/** A survey that begins with one of the questions and ends with the text. */
const from = (key: string, over: object = {}) => {
  const [question] = QUESTIONS.filter((one) => one.key === key);
  return survey({ questions: [{ ...question, ...over } as PublishedQuestion, QUESTIONS.at(-1)!] });
};
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const checkbox = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const group = (name: string | RegExp) => page.getByRole('group', { name });
const focusOn = (what: ReturnType<typeof radio>) => (what.element() as HTMLElement).focus();

describe('a survey that begins with faces', () => {
  test('is drawn when all of it is there, never in part', async () => {
    const { element } = survey();
    const seen: string[] = [];
    const look = new MutationObserver(() => {
      if (inside(element, '.panel').length > 0)
        seen.push(inside(element, 'legend')[0]?.textContent ?? 'nothing');
    });
    look.observe(element.shadowRoot!, { childList: true, subtree: true });
    await expect.element(group('How satisfied are you with the import?')).toBeVisible();
    look.disconnect();
    expect(new Set(seen)).toEqual(new Set(['How satisfied are you with the import?']));
  });

  test('has five real radios, described at both ends, none chosen, and faces that say nothing', async () => {
    const { element } = survey();
    await expect.element(radio('1')).toHaveAccessibleDescription('Very dissatisfied');
    await expect.element(radio('5')).toHaveAccessibleDescription('Very satisfied');
    await expect.element(radio('3')).toHaveAccessibleDescription('');
    const radios = inside<HTMLInputElement>(element, 'input[type=radio]');
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual(
      ['1', '2', '3', '4', '5'].map((value) => [value, false]),
    );
    expect(inside(element, '.scale svg:not([aria-hidden=true])')).toEqual([]);
  });

  test('counts as seen, and is announced', async () => {
    const { element } = survey();
    const [region] = await expect
      .poll(() => inside(element, '[role=status]'))
      .toHaveLength(1)
      .then(() => inside(element, '[role=status]'));
    await expect.poll(() => region?.textContent).toContain('How satisfied are you with the import?');
  });
});

describe('by keyboard', () => {
  test('arrows choose a face, Enter goes on; the whole way to the end', async () => {
    const { answers, controller } = survey();
    await expect.element(radio('1')).toBeVisible();
    focusOn(radio('1'));
    await userEvent.keyboard(' {ArrowRight}');
    await expect.element(radio('2')).toBeChecked();
    expect(answers()).toEqual([]);
    await userEvent.keyboard('{Enter}');

    await expectFocusOn(page.getByText('What was it?'));
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}');
    await expect.element(radio('The speed')).toBeChecked();
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => focused()?.textContent).toContain('What do you use every week?');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard(' {Enter}');

    await expect.element(group('Kumo made it easy to import.')).toBeVisible();
    await button('Skip').click();
    await expectFocusOn(page.getByText('Nearly there.'));
    await button('Next').click();
    await radio('4').click();
    await page.getByRole('textbox', { name: 'What would you change first?' }).fill('Search');
    await button('Send').click();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect.element(page.getByText('We read every answer.')).toBeVisible();
    expect(answers()).toEqual([
      ['csat', 2, undefined],
      ['why', ['speed'], undefined],
      ['uses', ['search', 'calendar'], undefined],
      ['effort', null, undefined],
      ['stars', 4, undefined],
      ['last', 'Search', undefined],
    ]);
    expect(controller.facts.at(-1)).toMatchObject({ type: 'survey_completed' });
  });

  test('a scale, radios of a choice: one tab stop each', async () => {
    from('why');
    await expect.element(radio('The price')).toBeVisible();
    focusOn(radio('The price'));
    await userEvent.keyboard(' ');
    await userEvent.tab();
    expect(focused()).toBe(button('Next').element());
  });
});

describe('the way', () => {
  test('is that of the answers, and its length with it', async () => {
    survey();
    await expect.element(page.getByText('1 of 7')).toBeVisible();
    await radio('5').click();
    await expect.element(group(/What do you use every week/)).toBeVisible();
    await expect.element(page.getByText('2 of 6')).toBeVisible();
  });

  test('back shows what was answered, forth sends it once', async () => {
    const { answers } = survey();
    await radio('1').click();
    await radio('The speed').click();
    await button('Next').click();
    await checkbox('The export').click();
    await button('Back').click();
    await expect.element(radio('The speed')).toBeChecked();
    await button('Back').click();
    await expect.element(radio('1')).toBeChecked();
    expect(page.getByRole('button', { name: 'Back' }).elements()).toEqual([]);
    await button('Next').click();
    await button('Next').click();
    await expect.element(checkbox('The export')).toBeChecked();
    expect(answers().map(([key]) => key)).toEqual(['csat', 'why']);
  });

  test('back and another answer leads elsewhere, under the same response', async () => {
    const { answers, controller } = survey();
    await radio('1').click();
    await radio('The price').click();
    await button('Next').click();
    await expect.element(page.getByRole('textbox', { name: 'What would you change first?' })).toBeVisible();
    await button('Back').click();
    await button('Back').click();
    await radio('4').click();
    await expect.element(group(/What do you use every week/)).toBeVisible();
    expect(answers().map(([key, value]) => [key, value])).toEqual([
      ['csat', 1],
      ['why', ['price']],
      ['csat', 4],
    ]);
    const ids = controller.facts.flatMap((fact) => ('responseId' in fact ? [fact.responseId] : []));
    expect(new Set(ids).size).toBe(1);
  });

  test('says "Send" where the answer leads to the end, and "Next" where it goes on', async () => {
    const [csat] = QUESTIONS;
    const next = [{ when: { type: 'between', low: 4, high: 5 }, to: null }] as const;
    survey({ questions: [{ ...csat!, next }, QUESTIONS.at(-1)!] });
    await expect.element(radio('1')).toBeVisible();
    focusOn(radio('3'));
    await userEvent.keyboard(' ');
    await expect.element(button('Next')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Send')).toBeVisible();
  });
});

describe('a choice', () => {
  test('with something else has a field for it, whose words are sent with the option', async () => {
    const { answers } = from('why');
    await radio('Something else').click();
    const field = page.getByRole('textbox', { name: 'Something else' });
    await field.fill('Our own tool');
    const enter = (how: KeyboardEventInit) =>
      field.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...how }));
    enter({ isComposing: true });
    await expect.element(field).toBeVisible();
    expect(answers()).toEqual([]);
    enter({});
    await expect.element(page.getByRole('textbox', { name: 'What would you change first?' })).toBeVisible();
    expect(answers()).toEqual([['why', ['other'], 'Our own tool']]);
  });

  test('sends nothing by a pointer alone, and no words of an option that was left again', async () => {
    const { answers } = from('why');
    await radio('Something else').click();
    await page.getByRole('textbox', { name: 'Something else' }).fill('Our own tool');
    await radio('The speed').click();
    expect(page.getByRole('textbox').elements()).toEqual([]);
    expect(answers()).toEqual([]);
    await button('Next').click();
    await expect.poll(answers).toEqual([['why', ['speed'], undefined]]);
  });

  test('of several takes ticks back', async () => {
    const { answers } = from('uses');
    await checkbox('The search').click();
    await checkbox('The export').click();
    await checkbox('The search').click();
    await button('Next').click();
    await expect.poll(answers).toEqual([['uses', ['export'], undefined]]);
  });

  test('in random order is the same for one response, other last', async () => {
    const options = Array.from({ length: 8 }, (_, n) => ({ key: `o${n}`, text: `Option ${n}` }));
    const { element } = from('why', { random: true, options });
    await expect.element(radio('Option 0')).toBeVisible();
    const order = () => inside<HTMLInputElement>(element, '.opt input').map(({ value }) => value);
    const first = order();
    expect(first.toSorted()).toEqual([...options.map(({ key }) => key), 'other'].toSorted());
    expect(first.at(-1)).toBe('other');
    expect(first.slice(0, -1)).not.toEqual(options.map(({ key }) => key));
    await radio('Option 3').click();
    await button('Next').click();
    await button('Back').click();
    await expect.element(radio('Option 3')).toBeChecked();
    expect(order()).toEqual(first);
  });
});

test.each([
  { key: 'effort', cells: 7, low: '1 · Strongly disagree', high: '7 · Strongly agree' },
  { key: 'stars', cells: 5, low: 'Very dissatisfied', high: 'Very satisfied' },
])('the scale of $key has $cells numbers', async ({ key, cells, low, high }) => {
  const { answers } = from(key);
  await expect.element(radio('1')).toHaveAccessibleDescription(low);
  await expect.element(radio(`${cells}`)).toHaveAccessibleDescription(high);
  expect(page.getByRole('radio').elements()).toHaveLength(cells);
  await radio('3').click();
  await expect.poll(answers).toEqual([[key, 3, undefined]]);
});

test('a statement is read, not answered; at the end it is done', async () => {
  const { controller, answers } = survey({
    questions: [QUESTIONS[4]!, QUESTIONS[5]!, { ...QUESTIONS[4]!, key: 'bye', text: 'That was all.' }],
  });
  await button('Next').click();
  await radio('2').click();
  await expect.element(page.getByText('That was all.')).toBeVisible();
  await button('Done').click();
  await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(answers()).toEqual([['stars', 2, undefined]]);
  expect(controller.facts.at(-1)).toMatchObject({ type: 'survey_completed' });
});

test('a refused choice stays, and is sent again', async () => {
  const { controller, answers } = survey({ questions: [QUESTIONS[2]!] });
  controller.receipt = 'refused';
  await checkbox('The search').click();
  await button('Send').click();
  await expect.element(page.getByText('Not accepted. Your answer is kept here.')).toBeVisible();
  await expect.element(checkbox('The search')).toBeChecked();
  controller.receipt = 'arrived';
  await button('Try again').click();
  await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(answers()).toHaveLength(2);
});

test('speaks Japanese and Korean', async () => {
  survey({ questions: [QUESTIONS[2]!, QUESTIONS[6]!] }, 'ja');
  await expect.element(group(/あてはまるものをすべて選んでください/)).toBeVisible();
  await checkbox('The search').click();
  await button('次へ').click();
  await expect.element(button('戻る')).toBeVisible();
});

test('five faces, seven numbers and long options fit into 320 px', async () => {
  await page.viewport(320, 640);
  for (const key of ['csat', 'effort', 'stars', 'why']) {
    const { element } = from(key);
    await expect.poll(() => inside(element, 'input').length).toBeGreaterThan(2);
    const [panel] = inside(element, '.panel');
    expect(panel!.scrollWidth).toBeLessThanOrEqual(panel!.clientWidth);
    element.remove();
  }
  await page.viewport(414, 896);
});

test('the accessibility tree of a survey with several choices', async () => {
  const { element } = from('uses');
  await expect.element(checkbox('The search')).toBeVisible();
  await expect.element(page.elementLocator(element)).toMatchAriaInlineSnapshot(`
    - dialog "About the import":
      - paragraph: About the import
      - text: 1 of 2
      - button "Close"
      - group "What do you use every week? Choose all that apply":
        - text: What do you use every week? Choose all that apply
        - checkbox "The search"
        - text: The search
        - checkbox "The export"
        - text: The export
        - checkbox "The calendar"
        - text: The calendar
      - button "Ask me later"
      - button "Don’t ask again"
      - status: About the import What do you use every week?
  `);
});
