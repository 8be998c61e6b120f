import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../controls/button.tsx';
import { rendered } from '../testing/rendered.ts';
import { Menu } from './menu.tsx';

const chosen = vi.fn<(id: string) => void>();

const actions = (...labels: string[]) =>
  labels.map((label) => ({ id: label, label, onSelect: () => chosen(label) }));

describe('Menu', () => {
  beforeEach(() => {
    chosen.mockClear();
    rendered(
      <>
        <button type="button">Elsewhere</button>
        <Menu
          label="Things"
          sections={[
            {
              id: 'a',
              items: [
                ...actions('Copy', 'Cut', 'Paste'),
                { id: 'no', label: 'Lock', disabledReason: 'Live' },
              ],
            },
            { id: 'b', heading: 'Danger', items: [{ id: 'Delete', label: 'Delete', danger: true }] },
          ]}
          trigger={(props) => <Button {...props}>Edit</Button>}
        />
      </>,
    );
  });

  const trigger = () => page.getByRole('button', { name: 'Edit' });
  const menu = () => page.getByRole('menu', { name: 'Things' });
  const item = (name: string) => page.getByRole('menuitem', { name });

  test('opens on a press beside its button and focuses the first item', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'true');
    const [above, below] = [
      trigger().element().getBoundingClientRect(),
      menu().element().getBoundingClientRect(),
    ];
    expect(below.top).toBeCloseTo(above.bottom + 4, 0);
    expect(below.left).toBeCloseTo(above.left, 0);
  });

  test('walks with arrows, round the ends, and with Home and End', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Cut')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item('Delete')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(item('Delete')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(item('Copy')).toHaveFocus();
  });

  test('finds items by their first letters', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('cu');
    await expect.element(item('Cut')).toHaveFocus();
  });

  test('one letter again and again walks through its items', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('c');
    await expect.element(item('Cut')).toHaveFocus();
    await userEvent.keyboard('c');
    await expect.element(item('Copy')).toHaveFocus();
  });

  test('Enter chooses, closes and gives the focus back', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledExactlyOnceWith('Cut');
    await expect.element(trigger()).toHaveFocus();
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'false');
  });

  test('Esc closes and gives the focus back', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(trigger()).toHaveFocus();
    expect(document.querySelector('[role=menu]:popover-open')).toBeNull();
  });

  test('gives the focus to the button even where a press does not focus buttons, as in Safari', async () => {
    trigger()
      .element()
      .addEventListener('mousedown', (event) => event.preventDefault());
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(trigger()).toHaveFocus();
  });

  test('a second press on the button closes it', async () => {
    await trigger().click();
    await expect.element(item('Copy')).toHaveFocus();
    await trigger().click();
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'false');
  });

  test('an item that cannot be chosen says why and does nothing', async () => {
    await trigger().click();
    const locked = page.getByRole('menuitem', { name: /^Lock/ });
    await expect.element(locked).toHaveAttribute('aria-disabled', 'true');
    await expect.element(locked).toMatchTextContent(/Live/);
    await locked.click({ force: true });
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'true');
    expect(chosen).not.toHaveBeenCalled();
  });

  test('ArrowDown on the button opens it', async () => {
    trigger().element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Copy')).toHaveFocus();
  });
});
