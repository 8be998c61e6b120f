import { useState } from 'preact/hooks';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { FilterChip } from './filter-chip.tsx';

const names = (count: number) =>
  ['Mika', 'Ren', 'Tove', 'Seo', 'Ada', 'Bo', 'Cai', 'Dee', 'Eve', 'Ｆｕｊｉ'].slice(0, count);

function Example({ multiple = false, count = 4 }: { multiple?: boolean; count?: number }) {
  const [selected, setSelected] = useState<readonly string[]>([]);
  return (
    <FilterChip
      label="Owner"
      anyLabel="everyone"
      choices={names(count).map((name) => ({ value: name, label: name }))}
      selected={selected}
      onChange={setSelected}
      multiple={multiple}
    />
  );
}

const chip = () => page.getByRole('button', { name: /^Owner/ });
const list = () => page.getByRole('listbox', { name: 'Owner' });
const option = (name: string) => page.getByRole('option', { name });

describe('FilterChip', () => {
  test('reads "Field value", takes one choice, closes and gives the focus back', async () => {
    rendered(<Example />);
    await expect.element(chip()).toHaveTextContent('Owner everyone');
    await chip().click();
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(chip()).toHaveTextContent('Owner Ren');
    await expect.element(chip()).toHaveFocus();
    await expect.element(chip()).toHaveAttribute('aria-expanded', 'false');
  });

  test('the same choice again takes it back', async () => {
    rendered(<Example />);
    await chip().click();
    await option('Tove').click();
    await expect.element(chip()).toHaveTextContent('Owner Tove');
    await chip().click();
    await option('Tove').click();
    await expect.element(chip()).toHaveTextContent('Owner everyone');
  });

  test('several choices stay open, are counted and can be cleared', async () => {
    rendered(<Example multiple />);
    await chip().click();
    await expect.element(list()).toHaveAttribute('aria-multiselectable', 'true');
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard(' {ArrowDown} ');
    await expect.element(option('Mika')).toHaveAttribute('aria-selected', 'true');
    await expect.element(chip()).toHaveTextContent('Owner Mika+1');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.element(option('Mika')).toHaveAttribute('aria-selected', 'false');
  });

  test('a letter jumps to the choice that starts with it', async () => {
    rendered(<Example />);
    await chip().click();
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('s{Enter}');
    await expect.element(chip()).toHaveTextContent('Owner Seo');
  });

  test('many choices get a search box that does not mind full-width letters', async () => {
    rendered(<Example count={10} />);
    await chip().click();
    const box = page.getByRole('combobox', { name: 'Search: Owner' });
    await expect.element(box).toHaveFocus();
    await box.fill('fuji');
    await expect.poll(() => page.getByRole('option').elements().length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(chip()).toHaveTextContent('Owner Ｆｕｊｉ');
  });

  test('Esc closes without choosing', async () => {
    rendered(<Example />);
    await chip().click();
    await expect.element(list()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await expect.element(chip()).toHaveFocus();
    await expect.element(chip()).toHaveTextContent('Owner everyone');
  });
});
