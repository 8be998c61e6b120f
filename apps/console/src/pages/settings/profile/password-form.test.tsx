import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { PasswordForm } from './password-form.tsx';

const field = (path: string, code: string) => problem(400, 'invalid', [{ path, code, message: code }]);

async function fill(current: string, next: string): Promise<void> {
  await page.getByLabelText('Current password').fill(current);
  await page.getByLabelText('New password').fill(next);
}
const change = () => page.getByRole('button', { name: 'Change password' }).click();

describe('PasswordForm', () => {
  test.each([
    { answer: field('currentPassword', 'wrong_password'), words: 'This is not your current password.' },
    { answer: field('newPassword', 'too_common'), words: 'This one is easy to guess. Take another.' },
    { answer: problem(429, 'rate_limited'), words: 'Too many tries. Wait a minute, then try again.' },
  ])('says "$words" and keeps what was typed', async ({ answer, words }) => {
    standIn({ 'POST /v1/me/password': () => answer });
    onPage(<PasswordForm />);
    await fill('old password', 'new password');
    await change();
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByLabelText('New password')).toHaveValue('new password');
  });

  test('a short one is not sent', async () => {
    const asked = standIn({});
    onPage(<PasswordForm />);
    await fill('old password', 'short');
    await change();
    await expect.element(page.getByText('At least 8 characters.', { exact: true })).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('after a change both fields are empty', async () => {
    standIn({ 'POST /v1/me/password': () => ({ status: 204 }) });
    onPage(<PasswordForm />);
    await fill('old password', 'new password');
    await change();
    await expect.element(toast(/The password was changed/)).toBeVisible();
    await expect.element(page.getByLabelText('Current password')).toHaveValue('');
    await expect.element(page.getByLabelText('New password')).toHaveValue('');
  });
});
