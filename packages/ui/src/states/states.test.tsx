import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { ErrorState } from './error-state.tsx';
import { LoadMore } from './load-more.tsx';
import { Skeleton } from './skeleton.tsx';

describe('Skeleton', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('says at once that something loads and shows its shape after 200 ms', async () => {
    const container = rendered(<Skeleton shape="rows" count={3} />);
    expect(container.querySelector('[role=status]')?.textContent).toBe('Loading');
    await vi.advanceTimersByTimeAsync(199);
    expect(container.querySelectorAll('.skr')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(container.querySelectorAll('.skr')).toHaveLength(3);
  });
});

describe('ErrorState', () => {
  test('is read out, can be tried again, and copies the request id', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const onRetry = vi.fn();
    rendered(
      <ErrorState title="The answers did not load" onRetry={onRetry} requestId="req_01">
        Your filters are kept.
      </ErrorState>,
    );
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Your filters are kept\./);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(onRetry).toHaveBeenCalledOnce();
    await page.getByRole('button', { name: 'req_01' }).click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('req_01');
    await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
  });
});

describe('LoadMore', () => {
  test('offers more until everything is there', async () => {
    const onMore = vi.fn();
    rendered(<LoadMore shown={50} all={120} onMore={onMore} />);
    await expect.element(page.getByRole('status')).toHaveTextContent('50 of 120 shown');
    await page.getByRole('button', { name: 'Load more' }).click();
    expect(onMore).toHaveBeenCalledOnce();
    rendered(<LoadMore shown={120} all={120} onMore={onMore} />);
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  });

  test('a busy button keeps its label and does nothing', async () => {
    const onMore = vi.fn();
    rendered(<LoadMore shown={50} all={120} onMore={onMore} busy />);
    await page.getByRole('button', { name: 'Load more' }).click({ force: true });
    expect(onMore).not.toHaveBeenCalled();
  });
});
