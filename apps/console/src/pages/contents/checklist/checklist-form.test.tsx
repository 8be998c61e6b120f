import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord, aStep } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

const ID = anId('chk');
const draft = aChecklist({
  steps: [
    aStep('a', { title: { en: 'One' } }),
    aStep('b', { title: { en: 'Two' }, requires: ['a'] }),
    aStep('c', { title: { en: 'Three' } }),
  ],
});

let api: StandIn;
const stored = () => (api.contents[0]!.record.draft as typeof draft).body;
const order = () =>
  stored()
    .steps.map(({ title }) => title['en'])
    .join(' ');
const shown = () => [...document.querySelectorAll('.stps .med')].map((title) => title.textContent).join(' ');
const grip = (n: number) => page.getByRole('button', { name: new RegExp(`^Move step ${n},`) });

beforeEach(() => {
  api = new StandIn().install();
  api.add('checklist', aRecord(draft));
});

describe('the order of the steps', () => {
  test('changes by arrow keys on the grip, which keeps the focus, and is said', async () => {
    opened(`checklists/${ID}`);
    await expect.element(grip(1)).toBeVisible();
    (grip(1).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(shown).toBe('Two One Three');
    await expect.element(page.getByText('One, now 2 of 3')).toBeInTheDocument();
    await expect.element(grip(2)).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.poll(shown).toBe('Two Three One');
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('{Home}');
    await expect.poll(shown).toBe('One Two Three');
    await expect.element(grip(1)).toHaveFocus();
  });

  test('changes by dragging', async () => {
    opened(`checklists/${ID}`);
    await expect.element(grip(3)).toBeVisible();
    await userEvent.dragAndDrop(grip(3), page.getByRole('button', { name: /^One/ }), {
      targetPosition: { x: 20, y: 4 },
    });
    await expect.poll(shown).toBe('Three One Two');
    await expect.poll(order).toBe('Three One Two');
  });

  test('changes by buttons in the form', async () => {
    opened(`checklists/${ID}?step=a`);
    await page.getByRole('button', { name: 'Move down' }).click();
    await page.getByRole('button', { name: 'Move down' }).click();
    await expect.poll(shown).toBe('Two Three One');
    await expect
      .element(page.getByRole('button', { name: 'Move down' }))
      .toHaveAccessibleDescription('It is the last step.');
    await expect.element(page.getByRole('button', { name: 'Move up' })).toHaveFocus();
  });
});

describe('a step', () => {
  test('is added, opened and asks for its title', async () => {
    opened(`checklists/${ID}`);
    await page.getByRole('button', { name: 'Add step' }).last().click();
    await expect.element(page.getByRole('heading', { name: 'Step 4' })).toBeVisible();
    await page.getByLabelText('Title', { exact: true }).fill('Four');
    await expect.poll(order).toBe('One Two Three Four');
  });

  test('is removed with the locks on it, and comes back with them', async () => {
    opened(`checklists/${ID}?step=a`);
    await page.getByRole('button', { name: 'Remove step' }).click();
    await expect.poll(shown).toBe('Two Three');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(shown).toBe('One Two Three');
    await expect.element(page.getByRole('heading', { name: 'Step 1' })).toBeVisible();
    await expect.poll(order).toBe('One Two Three');
    expect(stored().steps[1]?.requires).toEqual(['a']);
  });

  test('is duplicated under a key of its own', async () => {
    opened(`checklists/${ID}?step=b`);
    await page.getByRole('button', { name: 'Duplicate step' }).click();
    await expect.poll(order).toBe('One Two Two (2) Three');
    expect(new Set(stored().steps.map(({ key }) => key)).size).toBe(4);
  });

  test('gets a button whose words come back when it is switched off and on', async () => {
    opened(`checklists/${ID}?step=a`);
    const button = page.getByRole('switch', { name: 'Has a button' });
    await button.click();
    await page.getByLabelText('Button', { exact: true }).fill('Go');
    await page.getByLabelText('Opens', { exact: true }).fill('javascript:alert(1)');
    await expect
      .element(page.getByLabelText('Opens', { exact: true }))
      .toHaveAccessibleDescription(/Use an address that starts with/);
    await page.getByLabelText('Opens', { exact: true }).fill('/team');
    await button.click();
    await expect.poll(() => stored().steps[0]?.action).toBeNull();
    await button.click();
    await expect.poll(() => stored().steps[0]?.action).toEqual({ label: { en: 'Go' }, url: '/team' });
  });

  test('is marked up by the toolbar and by Ctrl-B', async () => {
    opened(`checklists/${ID}?step=a`);
    const text = page.getByRole('textbox', { name: /^Text/ });
    await text.fill('Invite them');
    (text.element() as HTMLTextAreaElement).setSelectionRange(0, 6);
    await page.getByRole('button', { name: 'Bold' }).click();
    await expect.element(text).toHaveValue('**Invite** them');
    await userEvent.keyboard('{Control>}b{/Control}');
    await expect.element(text).toHaveValue('Invite them');
  });

  test('that the API made done by a nested condition keeps it', async () => {
    const completeWhen = {
      type: 'all',
      of: [{ type: 'event', subject: 'contact', name: 'x', op: 'at_least', count: 1, withinDays: null }],
    } as const;
    api.contents[0]!.record = aRecord({
      ...draft,
      body: { ...draft.body, steps: [aStep('a', { completeWhen })] },
    });
    opened(`checklists/${ID}?step=a`);
    await expect.element(page.getByText('has done x at least once')).toBeVisible();
    await page.getByLabelText('Title', { exact: true }).fill('Edited');
    await expect.poll(() => stored().steps[0]?.title['en']).toBe('Edited');
    expect(stored().steps[0]?.completeWhen).toEqual(completeWhen);
  });
});
