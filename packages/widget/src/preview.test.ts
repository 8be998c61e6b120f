import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, aProgress, aResource, aSurvey } from './elements/testing/contents.ts';
import { inside } from './elements/testing/stage.ts';
import { mountPreview } from './preview.ts';
import type { PreviewOptions } from './preview.ts';

function preview(options: PreviewOptions) {
  const host = document.createElement('div');
  document.body.append(host);
  const shown = mountPreview(host, options);
  onTestFinished(() => {
    shown.destroy();
    host.remove();
  });
  return { host, ...shown };
}

test('draws a checklist in the panel, in the flow of its host, and takes no focus', async () => {
  const field = document.createElement('input');
  document.body.append(field);
  onTestFinished(() => field.remove());
  field.focus();
  const { host } = preview({ content: aChecklist(), locale: 'en' });
  await expect.element(page.getByRole('heading', { name: 'Set up your space' })).toBeVisible();
  expect(document.activeElement).toBe(field);
  expect(getComputedStyle(host.firstElementChild!).position).toBe('static');
});

test('can be walked through: everything arrives', async () => {
  preview({
    content: aChecklist(),
    locale: 'en',
    progress: aProgress([
      { key: 'a', current: true },
      { key: 'b', state: 'locked', lockedBy: ['a'] },
    ]),
  });
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect.element(page.getByText('1 of 2 done')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: /^Step b/ }))
    .toHaveAttribute('aria-expanded', 'true');
});

test('follows what is typed in the editor without losing its place', async () => {
  const { update } = preview({ content: aSurvey(), locale: 'en' });
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await expect.element(page.getByText('What do you like?')).toBeVisible();
  update({
    content: aSurvey({ followUps: { detractor: null, passive: null, promoter: 'What do you love?' } }),
    locale: 'ko',
  });
  await expect.element(page.getByText('What do you love?')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '보내기' })).toBeVisible();
});

test('changes look and kind', async () => {
  const { host, update } = preview({ content: aSurvey(), locale: 'en', scheme: 'dark' });
  await expect.element(page.getByRole('radio').first()).toBeVisible();
  const scheme = () => getComputedStyle(inside(host.firstElementChild!, '[part~=base]')[0]!).colorScheme;
  expect(scheme()).toBe('dark');
  update({ content: aResource('one'), locale: 'en', scheme: 'light', surface: 'inline' });
  await expect.element(page.getByRole('heading', { name: 'Guide one' })).toBeVisible();
  expect(scheme()).toBe('light');
  expect(host.children).toHaveLength(1);
});

test('leaves its host empty', () => {
  const { host, destroy } = preview({ content: aChecklist(), locale: 'en' });
  destroy();
  expect(host.innerHTML).toBe('');
});
