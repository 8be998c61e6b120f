import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rendered } from '../testing/rendered.ts';
import { jaTexts } from '../texts/ja.ts';
import { UiTextsProvider } from '../texts/ui-texts.ts';
import { createToaster, TOAST_MS } from './toaster-model.ts';
import { Toaster } from './toaster.tsx';

describe('toaster model', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const messages = (toaster: ReturnType<typeof createToaster>) =>
    toaster.toasts.value.map((toast) => toast.message);

  test('takes a toast away after eight seconds', () => {
    const toaster = createToaster();
    toaster.show({ message: 'Done' });
    vi.advanceTimersByTime(TOAST_MS - 1);
    expect(messages(toaster)).toEqual(['Done']);
    vi.advanceTimersByTime(1);
    expect(messages(toaster)).toEqual([]);
  });

  test('stands still while paused and leaves at least two seconds after', () => {
    const toaster = createToaster();
    toaster.show({ message: 'Done' });
    vi.advanceTimersByTime(TOAST_MS - 100);
    toaster.pause();
    vi.advanceTimersByTime(60_000);
    expect(messages(toaster)).toEqual(['Done']);
    toaster.resume();
    vi.advanceTimersByTime(1_999);
    expect(messages(toaster)).toEqual(['Done']);
    vi.advanceTimersByTime(1);
    expect(messages(toaster)).toEqual([]);
  });

  test('keeps the newest three', () => {
    const toaster = createToaster();
    for (const message of ['1', '2', '3', '4']) toaster.show({ message });
    expect(messages(toaster)).toEqual(['2', '3', '4']);
  });

  test('undoes the newest that can be undone, once', () => {
    const toaster = createToaster();
    const undo = vi.fn();
    toaster.show({ message: 'Closed', undo });
    toaster.show({ message: 'Copied' });
    expect(toaster.undo()).toBe(true);
    expect(toaster.undo()).toBe(false);
    expect(undo).toHaveBeenCalledOnce();
    expect(messages(toaster)).toEqual(['Copied']);
  });
});

describe('Toaster', () => {
  test('says the toast and undoes it by button', async () => {
    const toaster = createToaster();
    const undo = vi.fn();
    rendered(<Toaster model={toaster} />);
    toaster.show({ message: 'Case closed', undo });
    await expect.element(page.getByRole('status')).toHaveTextContent('Case closed. Undo: Z');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(undo).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('undoes with Z, but not while somebody types', async () => {
    const toaster = createToaster();
    const undo = vi.fn();
    rendered(
      <>
        <input aria-label="Note" />
        <Toaster model={toaster} />
      </>,
    );
    toaster.show({ message: 'Case closed', undo });
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await page.getByLabelText('Note').click();
    await userEvent.keyboard('z');
    expect(undo).not.toHaveBeenCalled();
    await expect.element(page.getByLabelText('Note')).toHaveValue('z');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('z');
    expect(undo).toHaveBeenCalledOnce();
  });

  test('stands still while it holds the focus', async () => {
    const toaster = createToaster();
    const pause = vi.spyOn(toaster, 'pause');
    const resume = vi.spyOn(toaster, 'resume');
    rendered(<Toaster model={toaster} />);
    toaster.show({ message: 'Case closed', undo: () => {} });
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    page.getByRole('button', { name: 'Undo' }).element().focus();
    expect(pause).toHaveBeenCalledOnce();
    resume.mockClear();
    (document.activeElement as HTMLElement).blur();
    expect(resume).toHaveBeenCalledOnce();
  });

  test('speaks the language of its provider', async () => {
    const toaster = createToaster();
    rendered(
      <UiTextsProvider value={jaTexts}>
        <Toaster model={toaster} />
      </UiTextsProvider>,
    );
    toaster.show({ message: '完了しました', undo: () => {} });
    await expect.element(page.getByRole('button', { name: '元に戻す' })).toBeVisible();
  });
});
