import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import type { TableColumn, TableSort } from './table-column.ts';
import { Table } from './table.tsx';

interface Account {
  name: string;
  arr: number;
}

const THREE: readonly Account[] = [
  { name: 'Aoba', arr: 14 },
  { name: 'Lumen', arr: 7 },
  { name: 'Northwind', arr: 22 },
];
const COLUMNS: readonly TableColumn<Account>[] = [
  { id: 'name', header: 'Account', rowHeader: true, cell: (row) => row.name },
  {
    id: 'arr',
    header: 'Amount',
    align: 'end',
    sortable: true,
    firstSort: 'descending',
    cell: (row) => row.arr,
  },
  { id: 'act', header: 'Actions', hideHeader: true, cell: () => <button type="button">Act</button> },
];

function Accounts({ rows = THREE, onOpen }: { rows?: readonly Account[]; onOpen?: (row: Account) => void }) {
  const [sort, setSort] = useState<TableSort | undefined>(undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | undefined>(undefined);
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return (
    <>
      <input aria-label="Note" />
      <Table
        caption="Accounts"
        columns={COLUMNS}
        rows={sort ? rows.toSorted((a, b) => sign * (a.arr - b.arr)) : rows}
        rowKey={(row) => row.name}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        active={active}
        onActive={setActive}
        onOpen={onOpen}
      />
      <output>{[...selected].join(', ')}</output>
    </>
  );
}

const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map((cell) => cell.textContent);
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const header = () => page.getByRole('columnheader', { name: 'Amount' });

describe('Table', () => {
  test('sorts from its header, first the way the column wants, and says so', async () => {
    rendered(<Accounts />);
    await expect.element(header()).not.toHaveAttribute('aria-sort');
    await page.getByRole('button', { name: 'Amount' }).click();
    await expect.element(header()).toHaveAttribute('aria-sort', 'descending');
    expect(names()).toEqual(['Northwind', 'Aoba', 'Lumen']);
    await page.getByRole('button', { name: 'Amount' }).click();
    await expect.element(header()).toHaveAttribute('aria-sort', 'ascending');
    expect(names()).toEqual(['Lumen', 'Aoba', 'Northwind']);
  });

  test('j and k walk from anywhere and stop at the ends', async () => {
    rendered(<Accounts />);
    await userEvent.keyboard('j');
    await expect.element(row('Aoba')).toHaveFocus();
    await userEvent.keyboard('jjj');
    await expect.element(row('Northwind')).toHaveFocus();
    await expect.element(row('Northwind')).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('k');
    await expect.element(row('Lumen')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(row('Aoba')).toHaveFocus();
  });

  test('Enter opens the row, x picks it', async () => {
    const onOpen = vi.fn();
    rendered(<Accounts onOpen={onOpen} />);
    await userEvent.keyboard('jj');
    await expect.element(row('Lumen')).toHaveFocus();
    await userEvent.keyboard('{Enter}x');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(THREE[1]);
    await expect.element(row('Lumen')).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('status')).toHaveTextContent('Lumen');
  });

  test('letters typed in a field and keys on a button stay there', async () => {
    const onOpen = vi.fn();
    rendered(<Accounts onOpen={onOpen} />);
    await page.getByLabelText('Note').click();
    await userEvent.keyboard('jkx');
    await expect.element(page.getByLabelText('Note')).toHaveValue('jkx');
    row('Aoba').getByRole('button').element().focus();
    await userEvent.keyboard('{Enter}x');
    await row('Aoba').getByRole('button').click();
    expect(onOpen).not.toHaveBeenCalled();
    await expect.element(row('Aoba')).toHaveAttribute('aria-selected', 'false');
  });

  test('the box in the head picks all, and is mixed when some are', async () => {
    rendered(<Accounts />);
    const all = page.getByRole('checkbox', { name: 'Select all' });
    await page.getByRole('checkbox', { name: 'Select Lumen' }).click();
    expect((all.element() as HTMLInputElement).indeterminate).toBe(true);
    await all.click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Aoba, Lumen, Northwind');
    await all.click();
    await expect.element(page.getByRole('status')).toHaveTextContent('');
  });

  test('draws only the rows near the window of ten thousand, and End reaches the last', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      name: `Account-${index + 1}.`,
      arr: index,
    }));
    rendered(<Accounts rows={many} />);
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '10001');
    await expect.poll(() => names().length).toBeLessThan(80);
    await userEvent.keyboard('j');
    await expect.element(row('Account-1\\.')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(row('Account-10000\\.')).toHaveFocus();
    expect(names().length).toBeLessThan(120);
    await expect.element(row('Account-10000\\.')).toHaveAttribute('aria-rowindex', '10001');
  });
});
