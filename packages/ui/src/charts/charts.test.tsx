import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { jaTexts } from '../texts/ja.ts';
import { UiTextsProvider } from '../texts/ui-texts.ts';
import { Histogram } from './histogram.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { TrendBand } from './trend-band.tsx';
import type { TrendPoint } from './trend-geometry.ts';

const COUNTS = [1, 1, 2, 3, 4, 7, 9, 19, 27, 38, 31];
const POINTS: readonly TrendPoint[] = [
  { at: '2026-01-05', n: 48, value: { score: 3.6, low: -17.8, high: 25.2 } },
  { at: '2026-02-02', n: 52, value: { score: 10, low: -5, high: 26 } },
  { at: '2026-03-02', n: 3, value: undefined },
  { at: '2026-04-06', n: 66, value: { score: 17.6, low: -0.4, high: 35.5 } },
  { at: '2026-05-04', n: 142, value: { score: 29.6, low: 16.4, high: 41.4 } },
];

/** What the table under the chart says, row by row. */
async function tableRows(): Promise<string[][]> {
  await page.getByText('Show as table').click();
  const rows = page.getByRole('table').element().querySelectorAll('tbody tr');
  return [...rows].map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('Histogram', () => {
  test('its table holds exactly the counts, with their shares', async () => {
    rendered(<Histogram title="Answers" counts={COUNTS} />);
    const rows = await tableRows();
    expect(rows.map(([score, count]) => [Number(score), Number(count)])).toEqual([...COUNTS.entries()]);
    expect(rows.map((row) => row[2])).toContain('27%');
  });

  test('counts the three groups by the 0-6, 7-8, 9-10 rule', async () => {
    const container = rendered(<Histogram title="Answers" counts={COUNTS} />);
    expect([...container.querySelectorAll('dd')].map((dd) => dd.textContent)).toEqual([
      '27 19%',
      '46 32%',
      '69 49%',
    ]);
  });

  test('bars are as tall as their counts', () => {
    const container = rendered(<Histogram title="Answers" counts={COUNTS} />);
    const heights = [...container.querySelectorAll('.plot rect')].map((bar) =>
      Number(bar.getAttribute('height')),
    );
    expect(heights).toEqual(COUNTS.map((count) => Number(((count / 38) * 95).toFixed(2))));
  });

  test('colours follow the same rule', () => {
    const container = rendered(<Histogram title="Answers" counts={COUNTS} />);
    const looks = [...container.querySelectorAll('.plot rect')].map((bar) => bar.getAttribute('class'));
    expect(looks).toEqual([...Array.from({ length: 7 }, () => 'g-d'), 'g-n', 'g-n', 'g-p', 'g-p']);
  });

  test('a count opens its answers', async () => {
    const onOpen = vi.fn();
    rendered(<Histogram title="Answers" counts={COUNTS} onOpen={onOpen} />);
    await page.getByRole('button', { name: 'Score 8: 27' }).click();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(8);
  });

  test('no answers at all is drawn without dividing by zero', () => {
    const container = rendered(<Histogram title="Answers" counts={Array.from({ length: 11 }, () => 0)} />);
    expect(container.innerHTML).not.toContain('NaN');
  });

  test('refuses anything but eleven counts', () => {
    expect(() => Histogram({ title: 'x', counts: [1, 2] })).toThrow(RangeError);
  });
});

describe('TrendBand', () => {
  const chart = () => (
    <TrendBand
      title="NPS"
      description="From 4 to 30."
      points={POINTS}
      marks={[{ at: '2026-03-20', label: 'v4' }]}
    />
  );

  test('its table holds every window, with a dash where there are too few answers', async () => {
    rendered(chart());
    expect(await tableRows()).toEqual([
      ['Jan 5, 2026', '4', '−18', '25', '48'],
      ['Feb 2, 2026', '10', '−5', '26', '52'],
      ['Mar 2, 2026', '–', '–', '–', '3'],
      ['Apr 6, 2026', '18', '0', '36', '66'],
      ['May 4, 2026', '30', '16', '41', '142'],
    ]);
  });

  test('the gap splits line and band', () => {
    const container = rendered(chart());
    expect(container.querySelectorAll('.g-line')).toHaveLength(2);
    expect(container.querySelectorAll('.g-band')).toHaveLength(2);
    const [first] = container.querySelectorAll('.g-line');
    expect(first?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(2);
  });

  test('says title and description, and names the change of version', async () => {
    const container = rendered(chart());
    await expect.element(page.getByRole('img', { name: 'NPS From 4 to 30.' })).toBeInTheDocument();
    await expect.element(page.getByText('v4')).toBeVisible();
    expect(container.innerHTML).not.toContain('NaN');
  });

  test('a press opens the window under the pointer', async () => {
    const onOpen = vi.fn();
    const container = rendered(<TrendBand title="NPS" description="Up." points={POINTS} onOpen={onOpen} />);
    const plot = container.querySelector('.plot');
    if (!plot) throw new Error('no plot');
    await userEvent.click(plot, { position: { x: plot.clientWidth - 4, y: 40 } });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(POINTS[4]);
  });

  test('the keyboard opens a window through the table', async () => {
    const onOpen = vi.fn();
    rendered(<TrendBand title="NPS" description="Up." points={POINTS} onOpen={onOpen} />);
    await tableRows();
    page.getByRole('button', { name: 'Feb 2, 2026' }).element().focus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(POINTS[1]);
  });

  test('without any point there is nothing to break', () => {
    const container = rendered(<TrendBand title="NPS" description="Nothing yet." points={[]} />);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('IntervalBar', () => {
  test('is read out in whole points, in the language of the page', async () => {
    rendered(<IntervalBar score={29.6} low={16.4} high={41.4} />);
    await expect
      .element(
        page.getByRole('img', {
          name: 'Score 30 on a scale from −100 to 100, 95 per cent interval 16 to 41',
        }),
      )
      .toBeInTheDocument();
    rendered(
      <UiTextsProvider value={jaTexts}>
        <IntervalBar score={-0.2} low={-40} high={39.6} lowSample />
      </UiTextsProvider>,
    );
    await expect
      .element(
        page.getByRole('img', { name: '−100 から 100 の尺度でスコア 0、95 % 区間 −40 から 40; 少数の回答' }),
      )
      .toBeInTheDocument();
  });

  test('stands where its score is', () => {
    const container = rendered(<IntervalBar score={50} low={0} high={100} />);
    expect(container.querySelector('b')?.style.left).toBe('75%');
    expect(container.querySelector('i')?.style.left).toBe('50%');
    expect(container.querySelector('i')?.style.right).toBe('0%');
  });
});
