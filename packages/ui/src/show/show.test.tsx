import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { Avatar } from './avatar.tsx';
import { CopyField } from './copy-field.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Score } from './score.tsx';

describe('Avatar', () => {
  test.each([
    { name: 'Mika Hayashi', letters: 'MH' },
    { name: 'ada', letters: 'A' },
    { name: '田中 由紀', letters: '田', because: 'one character says enough in Japanese' },
    { name: '이서준', letters: '이' },
    { name: ' ', letters: '?' },
  ])('shows $letters for $name', ({ name, letters }) => {
    expect(rendered(<Avatar name={name} />).textContent).toBe(letters);
  });

  test('shows one letter for a company', () => {
    expect(rendered(<Avatar name="Lumen Health" kind="company" />).textContent).toBe('L');
  });
});

describe('Score', () => {
  test.each([
    { value: 0, look: 'd' },
    { value: 6, look: 'd' },
    { value: 7, look: undefined },
    { value: 8, look: undefined },
    { value: 9, look: 'p' },
    { value: 10, look: 'p' },
  ])('$value looks like $look', ({ value, look }) => {
    const chip = rendered(<Score value={value} />).querySelector('.score');
    expect(['d', 'p'].find((name) => chip?.classList.contains(name))).toBe(look);
  });
});

describe('CopyField', () => {
  test('copies the value behind a mask and says so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    rendered(<CopyField label="Secret key" value="bsk_secret" masked="bsk_…et" />);
    await expect.element(page.getByText('bsk_…et')).toBeVisible();
    await page.getByRole('button', { name: 'Copy: Secret key' }).click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('bsk_secret');
    await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
  });

  test('says what to do when the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    rendered(<CopyField label="Key" value="bpk" />);
    await page.getByRole('button', { name: 'Copy: Key' }).click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/copy it by hand/);
  });
});

describe('ProgressBar', () => {
  test('is read out in words and never longer than its bar', async () => {
    const container = rendered(<ProgressBar label="Import" value={120} max={100} valueText="all rows" />);
    await expect
      .element(page.getByRole('progressbar', { name: 'Import' }))
      .toHaveAttribute('aria-valuetext', 'all rows');
    expect(container.querySelector('i')?.style.inlineSize).toBe('100%');
  });
});
