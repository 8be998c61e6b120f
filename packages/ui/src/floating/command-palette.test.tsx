import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { CommandPalette } from './command-palette.tsx';

const ITEMS = [
  { id: 'a1', label: '青葉製作所' },
  { id: 'a2', label: '青葉フーズ' },
  { id: 'c1', label: 'New task' },
];

function Example({
  onRun,
  onClose = () => {},
}: {
  onRun: (id: string, newTab: boolean) => void;
  onClose?: () => void;
}) {
  const [query, setQuery] = useState('');
  const found = ITEMS.filter((item) => item.label.includes(query));
  return (
    <CommandPalette
      open
      onClose={onClose}
      label="Search or run a command"
      query={query}
      onQuery={setQuery}
      groups={[
        { id: 'a', label: 'Accounts', items: found.filter((item) => item.id.startsWith('a')) },
        { id: 'c', label: 'Commands', items: found.filter((item) => item.id.startsWith('c')) },
      ]}
      onRun={(item, newTab) => onRun(item.id, newTab)}
    />
  );
}

const box = () => page.getByRole('combobox', { name: 'Search or run a command' });
const active = () => {
  const id = box().element().getAttribute('aria-activedescendant');
  return id === null ? undefined : document.getElementById(id)?.textContent;
};

describe('CommandPalette', () => {
  test('starts in the box with the first option active', async () => {
    rendered(<Example onRun={vi.fn()} />);
    await expect.element(box()).toHaveFocus();
    await expect.poll(active).toContain('青葉製作所');
    await expect.element(page.getByRole('group', { name: 'Commands' })).toBeInTheDocument();
  });

  test('arrows cross groups, go round, and Enter runs', async () => {
    const run = vi.fn();
    rendered(<Example onRun={run} />);
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(active).toContain('New task');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(active).toContain('青葉フーズ');
    await userEvent.keyboard('{Enter}');
    expect(run).toHaveBeenCalledExactlyOnceWith('a2', false);
  });

  test('Ctrl-Enter asks for a new tab', async () => {
    const run = vi.fn();
    rendered(<Example onRun={run} />);
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(run).toHaveBeenCalledExactlyOnceWith('a1', true);
  });

  test('a new search starts at the first option, and says how many there are', async () => {
    rendered(<Example onRun={vi.fn()} />);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await box().fill('フーズ');
    await expect.poll(active).toContain('青葉フーズ');
    await expect.element(page.getByRole('status')).toHaveTextContent('1 result');
  });

  test('says so when nothing is found', async () => {
    rendered(<Example onRun={vi.fn()} />);
    await box().fill('zzz');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    expect(box().element().hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('Enter that ends a composition runs nothing', async () => {
    const run = vi.fn();
    rendered(<Example onRun={run} />);
    await expect.element(box()).toHaveFocus();
    box()
      .element()
      .dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      );
    expect(run).not.toHaveBeenCalled();
  });

  test('Esc asks to close', async () => {
    const onClose = vi.fn();
    rendered(<Example onRun={vi.fn()} onClose={onClose} />);
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
