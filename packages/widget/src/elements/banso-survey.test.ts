import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './banso-survey.define.ts';
import type { Receipt } from '../controller.ts';
import { aSurvey, inDays } from './testing/contents.ts';
import { expectFocusOn, focused, inside, stage, standIn } from './testing/stage.ts';

const survey = (over: Parameters<typeof aSurvey>[0] = {}, receipt: Receipt = 'arrived') => {
  const controller = standIn({ contents: [aSurvey(over)] });
  controller.receipt = receipt;
  const element = stage('banso-survey', controller, { content: 'nps', surface: 'popover' });
  const answers = () => controller.facts.filter(({ type }) => type === 'survey_answered');
  /** What the person did; when the survey counts as seen is a matter of its own. */
  const reactions = () => controller.facts.filter(({ type }) => type !== 'content_shown');
  return { controller, element, answers, reactions };
};
const radio = (score: number) => page.getByRole('radio', { name: String(score), exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** What the thank-you says about the answer. */
const fate = (element: Element) => inside(element, '.mid .s')[0]?.textContent;

/** Goes through the score to the follow-up. */
async function answerScore(score: number): Promise<void> {
  await radio(score).click();
  await expect.element(page.getByRole('textbox')).toBeVisible();
}

describe('the first look', () => {
  test('is a named group of eleven radios of which none is chosen', async () => {
    const { element } = survey();
    await expect
      .element(page.getByRole('group', { name: 'How likely are you to recommend Kumo?' }))
      .toBeVisible();
    const radios = inside<HTMLInputElement>(element, 'input[type=radio]');
    expect(radios.map(({ value }) => value)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect(radios.filter(({ checked }) => checked)).toEqual([]);
  });

  test('describes both ends', async () => {
    survey();
    await expect.element(radio(0)).toHaveAccessibleDescription('0 · Not likely');
    await expect.element(radio(10)).toHaveAccessibleDescription('10 · Very likely');
    await expect.element(radio(5)).toHaveAccessibleDescription('');
  });

  test('has this accessibility tree', async () => {
    const { element } = survey();
    await expect.element(radio(5)).toBeVisible();
    await expect.poll(() => inside(element, '[role=status]')[0]?.textContent).not.toBe('');
    await expect.element(page.elementLocator(element)).toMatchAriaInlineSnapshot(`
      - dialog "Kumo asks":
        - paragraph: Kumo asks
        - button "Close"
        - group "How likely are you to recommend Kumo?":
          - text: How likely are you to recommend Kumo?
          - radio "0"
          - text: "0"
          - radio "1"
          - text: "1"
          - radio "2"
          - text: "2"
          - radio "3"
          - text: "3"
          - radio "4"
          - text: "4"
          - radio "5"
          - text: "5"
          - radio "6"
          - text: "6"
          - radio "7"
          - text: "7"
          - radio "8"
          - text: "8"
          - radio "9"
          - text: "9"
          - radio "10"
          - text: 10 0 · Not likely 10 · Very likely
        - button "Ask me later"
        - button "Don’t ask again"
        - status: Kumo asks How likely are you to recommend Kumo?
    `);
  });

  test('draws nothing for a survey that is not published', async () => {
    const { element } = survey({ slug: 'other', id: 'srv_9' });
    await element.updateComplete;
    expect(inside(element, '.panel')).toEqual([]);
  });

  test('draws nothing while the page has no runtime', async () => {
    const element = document.createElement('banso-survey');
    element.content = 'nps';
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).toBe('');
    element.remove();
  });

  test('shows hostile texts as text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const { element } = survey({ title: hostile, lang: 'en' });
    await expect.element(page.getByText(hostile)).toBeVisible();
    expect(inside(element, 'img')).toEqual([]);
  });

  test('speaks Japanese to a Japanese person', async () => {
    const controller = standIn({ contents: [aSurvey()], locale: 'ja-JP' });
    stage('banso-survey', controller, { content: 'nps' });
    await expect.element(button('あとで回答する')).toBeVisible();
  });
});

describe('by keyboard', () => {
  test('arrow keys and Space choose and never send; Next sends', async () => {
    const { answers } = survey();
    await expect.element(radio(0)).toBeVisible();
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()?.getAttribute('value')).toBe('0');
    await userEvent.keyboard(' ');
    for (let presses = 0; presses < 7; presses++) await userEvent.keyboard('{ArrowRight}');
    await expect.element(radio(7)).toBeChecked();
    expect(answers()).toEqual([]);

    await button('Next').click();
    expect(answers()).toMatchObject([{ question: 'score', value: 7, contentId: 'srv_1', version: 2 }]);
  });

  test('the scale is one tab stop', async () => {
    survey();
    await expect.element(radio(4)).toBeVisible();
    (radio(4).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(button('Next')).toBeVisible();
    await userEvent.tab();
    expect(focused()).toBe(button('Next').element());
  });

  test('Enter on a chosen number is Next, unless an input method is composing', async () => {
    const { answers } = survey();
    await expect.element(radio(6)).toBeVisible();
    (radio(6).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    const enter = (how: KeyboardEventInit) =>
      radio(6)
        .element()
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...how }));
    enter({ isComposing: true });
    // oxlint-disable-next-line typescript/no-deprecated -- all that Safari tells
    enter({ keyCode: 229 });
    await expect.element(button('Next')).toBeVisible();
    expect(answers()).toEqual([]);
    enter({});
    await expect.element(page.getByRole('textbox')).toBeVisible();
    expect(answers()).toHaveLength(1);
  });

  test('Enter makes a line in the text; Ctrl + Enter sends it, not while composing', async () => {
    const { answers } = survey();
    await answerScore(2);
    const field = page.getByRole('textbox');
    await field.fill('遅い');
    await userEvent.keyboard('{Enter}です');
    expect((field.element() as HTMLTextAreaElement).value).toBe('遅い\nです');
    const enter = (how: KeyboardEventInit) =>
      field
        .element()
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, ...how }));
    enter({ isComposing: true });
    // oxlint-disable-next-line typescript/no-deprecated -- all that Safari tells
    enter({ keyCode: 229 });
    await expect.element(button('Send')).toBeVisible();
    expect(answers()).toHaveLength(1);
    enter({});
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(answers()).toMatchObject([{ value: 2 }, { question: 'reason', value: '遅い\nです' }]);
  });

  test('typing is not seen by a page that listens for keys, Escape in other fields is', async () => {
    const { element } = survey();
    await answerScore(2);
    const heard = vi.fn<(event: KeyboardEvent) => void>();
    document.addEventListener('keydown', heard);
    await page.getByRole('textbox').fill('');
    await userEvent.keyboard('j');
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
    expect(element.isConnected).toBe(true);
  });
});

describe('a pointer', () => {
  test.each([
    { score: 0, question: 'What is wrong?' },
    { score: 6, question: 'What is wrong?' },
    { score: 7, question: 'What would be better?' },
    { score: 8, question: 'What would be better?' },
    { score: 9, question: 'What do you like?' },
    { score: 10, question: 'What do you like?' },
  ])('sends $score at once and asks "$question"', async ({ score, question }) => {
    const { answers, controller } = survey();
    await radio(score).click();
    await expectFocusOn(page.getByRole('textbox', { name: question }));
    expect(answers()).toMatchObject([{ question: 'score', value: score }]);
    expect(controller.emitted.filter(({ name }) => name !== 'shown')).toMatchObject([
      { name: 'answered', detail: { contentId: 'srv_1', question: 'score', value: score } },
    ]);
    await expect.element(page.getByText('Your answer is saved')).toBeVisible();
  });

  test('changes an answer under the same response', async () => {
    const { answers } = survey();
    await answerScore(2);
    await button('Change').click();
    await expect.element(radio(2)).toBeChecked();
    await radio(9).click();
    await expect.element(page.getByText('What do you like?')).toBeVisible();
    const [first, second] = answers();
    expect(second).toMatchObject({ value: 9 });
    expect(second).toHaveProperty('responseId', (first as { responseId: string }).responseId);
  });
});

describe('the thank-you', () => {
  test.each([
    { receipt: 'arrived', says: 'Your answer has arrived.' },
    {
      receipt: 'stored',
      says: 'Your answer is saved on this device. It will be sent when there is a connection.',
    },
    {
      receipt: 'held',
      says: 'There is no connection, and this device does not let us save. Your answer will be sent if this page stays open.',
    },
  ] as const)('says what became of the answer: $receipt', async ({ receipt, says }) => {
    const { element, reactions } = survey({}, receipt);
    await answerScore(8);
    await page.getByRole('textbox').fill('More templates');
    await button('Send').click();
    await expectFocusOn(page.getByRole('heading', { name: 'Thank you' }));
    expect(fate(element)).toBe(says);
    await expect.element(page.getByRole('status')).toHaveTextContent(says);
    await expect.element(page.getByText('We read this.')).toBeVisible();
    expect(inside(element, '.mid svg')).toHaveLength(1);
    expect(reactions().at(-1)).toMatchObject({ type: 'survey_completed', contentId: 'srv_1' });
  });

  test('has a picture of its own for each fate', async () => {
    const pictures = new Set<string>();
    for (const receipt of ['arrived', 'stored', 'held'] as const) {
      const { element } = survey({ followUps: { detractor: null, passive: null, promoter: null } }, receipt);
      await radio(8).click();
      await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
      pictures.add(inside(element, '.mid path')[0]?.getAttribute('d') ?? '');
      element.remove();
    }
    expect(pictures.size).toBe(3);
  });

  test('waits for the fate of the answer', async () => {
    const { controller, element } = survey();
    await answerScore(8);
    const { promise: fateOfAnswer, resolve: tell } = Promise.withResolvers<Receipt>();
    // that it is on show is told whenever its second is over
    vi.spyOn(controller, 'report').mockImplementation(({ type }) =>
      type === 'content_shown' ? Promise.resolve('arrived') : fateOfAnswer,
    );
    await button('Send').click();
    await expect.element(button('Sending…')).toBeVisible();
    expect(page.getByRole('heading', { name: 'Thank you' }).elements()).toEqual([]);
    tell('stored');
    await expect.poll(() => fate(element)).toContain('saved on this device');
  });

  test('names the worst of several fates', async () => {
    const { controller, element } = survey({}, 'stored');
    await answerScore(3);
    controller.receipt = 'arrived';
    await page.getByRole('textbox').fill('Slow');
    await button('Send').click();
    await expect.poll(() => fate(element)).toContain('saved on this device');
  });

  test('is none when the score was refused; "try again" sends it once more', async () => {
    const { controller, answers } = survey({}, 'refused');
    await answerScore(3);
    await expect.element(page.getByText('Not accepted')).toBeVisible();
    controller.receipt = 'arrived';
    await button('Skip').click();
    await expect.element(page.getByRole('heading', { name: 'Your answer was not accepted' })).toBeVisible();
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(answers().map((fact) => 'value' in fact && fact.value)).toEqual([3, null, 3]);
  });

  test('keeps a text that was refused, marks its field and sends it again', async () => {
    const { controller } = survey();
    await answerScore(3);
    controller.receipt = 'refused';
    const field = page.getByRole('textbox');
    await field.fill('Too slow');
    await button('Send').click();
    await expect.element(field).toHaveAccessibleDescription('Not accepted. Your answer is kept here.');
    await expect.element(field).toHaveValue('Too slow');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    controller.receipt = 'arrived';
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  });

  test('does not break when the runtime does', async () => {
    const { controller, element } = survey();
    vi.spyOn(controller, 'report').mockRejectedValue(new Error('broken'));
    vi.spyOn(controller, 'emit').mockImplementation(() => {
      throw new Error('a listener of the page');
    });
    await answerScore(8);
    await button('Send').click();
    await expect.poll(() => fate(element)).toContain('There is no connection');
  });
});

describe('text questions', () => {
  const questions = [
    { key: 'change', type: 'text', text: 'What would you change?', required: true },
    ...aSurvey().questions,
    { key: 'more', type: 'text', text: 'Anything else?', required: false },
  ] as const;

  test('come one at a time and say how many there are', async () => {
    survey({ questions });
    await expect.element(button('Ask me later')).toBeVisible();
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await page.getByRole('textbox', { name: 'What would you change?' }).fill('Search');
    await button('Next').click();
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    await radio(9).click();
    await expect.element(page.getByText('3 of 4')).toBeVisible();
  });

  test('want words when they are required', async () => {
    const { answers } = survey({ questions });
    await button('Next').click();
    await expect.element(page.getByRole('textbox')).toHaveAccessibleDescription('Write a few words first.');
    expect(page.getByRole('button', { name: 'Skip' }).elements()).toEqual([]);
    expect(answers()).toEqual([]);
  });

  test('may be skipped otherwise, which is an answer of its own', async () => {
    const { answers } = survey();
    await answerScore(8);
    await button('Skip').click();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(answers()).toMatchObject([{ value: 8 }, { question: 'reason', value: null }]);
  });
});

describe('the ways out', () => {
  test('"later" puts it off for a week, says the day, and can be taken back', async () => {
    const { controller } = survey();
    await button('Ask me later').click();
    await expect.element(page.getByText('Not before November 29.')).toBeVisible();
    expect(controller.facts).toContainEqual({
      type: 'content_snoozed',
      contentId: 'srv_1',
      version: 2,
      until: inDays(7),
    });
    await button('Undo').click();
    await expect.element(radio(5)).toBeVisible();
    expect(controller.facts.findLast(({ type }) => type !== 'content_shown')).toMatchObject({
      type: 'content_snoozed',
      until: inDays(0),
    });
  });

  test('"don’t ask" is an opt-out that can be taken back', async () => {
    const { controller, reactions } = survey();
    await button('Don’t ask again').click();
    await expect.element(page.getByRole('heading', { name: 'We won’t ask this again' })).toBeVisible();
    expect(controller.facts).toContainEqual({
      type: 'content_dismissed',
      contentId: 'srv_1',
      version: 2,
      optOut: true,
    });
    await button('Undo').click();
    await expect.element(radio(5)).toBeVisible();
    expect(reactions().at(-1)).toMatchObject({ type: 'content_dismissed', optOut: false });
  });

  test('the cross is a refusal before the first answer and nothing after it', async () => {
    const { controller, element } = survey();
    const closed = vi.fn<() => void>();
    element.addEventListener('banso-close', closed);
    await expect.element(radio(5)).toBeVisible();
    await vi.waitFor(() => expect(inside(element, '[role=status]')[0]?.textContent).not.toBe(''));
    await button('Close').click();
    expect(closed).toHaveBeenCalledOnce();
    expect(controller.facts.filter(({ type }) => type === 'content_dismissed')).toHaveLength(1);
    await answerScore(4);
    await button('Close').click();
    expect(controller.facts.filter(({ type }) => type === 'content_dismissed')).toHaveLength(1);
  });

  test('Escape closes, but not over half a sentence', async () => {
    const { element } = survey();
    const closed = vi.fn<() => void>();
    element.addEventListener('banso-close', closed);
    await answerScore(4);
    await page.getByRole('textbox').fill('Half a');
    await userEvent.keyboard('{Escape}');
    expect(closed).not.toHaveBeenCalled();
    await page.getByRole('textbox').fill('');
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledOnce();
  });
});

test('its question is announced in a live region that was there before the words', async () => {
  const { element } = survey();
  await expect.element(radio(5)).toBeVisible();
  const [region] = inside(element, '[role=status]');
  await vi.waitFor(() => expect(region?.textContent).toContain('How likely are you to recommend Kumo?'));
  expect(region?.isConnected).toBe(true);
});
