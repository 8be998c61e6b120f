import type { Theme } from '@banso/contract/theme';
import { themeCorrections } from '@banso/domain/theme';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { anId, aWorkspace } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { ThemesSection } from './themes-section.tsx';

const aTheme = (over: Partial<Theme> = {}): Theme => ({
  id: anId('thm', 1),
  slug: 'default',
  name: 'Default',
  isDefault: true,
  look: { accent: '#2f55a4', radius: 12 },
  corrections: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: null,
  contents: [],
  ...over,
});
const WORN = { id: anId('ann', 1), kind: 'announcement' as const, name: 'Maintenance', isLive: true };
const brand = (over: Partial<Theme> = {}) =>
  aTheme({ id: anId('thm', 2), slug: 'brand', name: 'Brand', isDefault: false, ...over });

function aServer(...themes: Theme[]) {
  const kept = new Map(themes.map((theme) => [theme.id, { theme, revision: 1 }]));
  const of = (path: string) => kept.get(path.split('/').at(-1) ?? '');
  const asked = standIn({
    'GET /v1/workspaces/:id': () => ({ body: aWorkspace(), etag: '"w1"' }),
    'GET /v1/themes': () => ({ body: { data: [...kept.values()].map(({ theme }) => theme) } }),
    'POST /v1/themes': ({ body }) => {
      const made = brand({ id: anId('thm', 3), ...(body as Partial<Theme>) });
      kept.set(made.id, { theme: made, revision: 1 });
      return { body: made, etag: '"r1"' };
    },
    'GET /v1/themes/:id': ({ path }) => ({ body: of(path)!.theme, etag: `"r${of(path)!.revision}"` }),
    'PATCH /v1/themes/:id': ({ path, etag, body }) => {
      const found = of(path)!;
      if (etag !== `"r${found.revision}"`) return problem(412, 'precondition_failed');
      found.revision += 1;
      found.theme = { ...found.theme, ...(body as Partial<Theme>) };
      found.theme.corrections = themeCorrections(found.theme.look);
      return { body: found.theme, etag: `"r${found.revision}"` };
    },
    'DELETE /v1/themes/:id': ({ path }) => {
      kept.delete(path.split('/').at(-1) ?? '');
      return { status: 204 };
    },
  });
  return {
    asked,
    now: (id: string) => kept.get(id)?.theme,
    changeBehind(id: string) {
      kept.get(id)!.revision += 1;
    },
    patches: () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body),
  };
}
const accent = () => page.getByLabelText('Accent', { exact: true });
const save = () => page.getByRole('button', { name: 'Save' });

describe('ThemesSection', () => {
  test('opens the default one; says what customers see of a colour before it is saved, light and dark', async () => {
    const server = aServer(aTheme(), brand());
    onPage(<ThemesSection />);
    await accent().fill('#0ea5a4');
    const guard = page.getByRole('region', { name: 'What customers see of the accent' });
    await expect.element(guard.getByText(/^#0ea5a4 becomes #/).first()).toBeVisible();
    await expect.element(guard.getByText('Buttons, dark')).toBeVisible();
    await expect.element(page.getByText(/A little too light for white text/)).toBeVisible();
    await expect.element(page.getByText(/Everything that chooses no theme wears this one/)).toBeVisible();
    await save().click();
    await expect.poll(() => server.now(anId('thm', 1))?.look).toEqual({ accent: '#0ea5a4', radius: 12 });
  });

  test('a colour that is none is not sent; a ground that nothing can be read on names the nearest that can', async () => {
    const server = aServer(aTheme());
    onPage(<ThemesSection />);
    await accent().fill('#12');
    await expect.element(page.getByText('Enter a colour such as #2f55a4.')).toBeVisible();
    await save().click();
    expect(server.patches()).toEqual([]);
    await accent().fill('#aa3366');
    const surface = page.getByLabelText('Surface, light', { exact: true });
    await surface.fill('#444444');
    await expect.element(surface).toHaveAccessibleDescription(/Too dark for the light scheme/);
    await page.getByRole('button', { name: /^Use #/ }).click();
    await expect.element(surface).not.toHaveAccessibleDescription(/Too dark/);
    await save().click();
    await expect.poll(() => server.now(anId('thm', 1))?.look.surface).toMatch(/^#[d-f]/);
  });

  test('grounds, type and place are saved; what is wrong is said at its field', async () => {
    const server = aServer(aTheme());
    onPage(<ThemesSection />);
    await page.getByLabelText('Font', { exact: true }).fill('serif; color: red');
    await page.getByLabelText('Pixels from the side').fill('999');
    await expect.element(page.getByText(/Enter font families/)).toBeVisible();
    await expect.element(page.getByText(/from 0 to 400/)).toBeVisible();
    await page.getByLabelText('Font', { exact: true }).fill("'Noto Serif JP', serif");
    await page.getByLabelText('Pixels from the side').fill('32');
    await page.getByRole('radio', { name: 'Compact' }).click();
    await save().click();
    await expect
      .poll(() => server.now(anId('thm', 1))?.look)
      .toEqual({
        accent: '#2f55a4',
        radius: 12,
        font: "'Noto Serif JP', serif",
        offsetX: 32,
        density: 0.8,
      });
  });

  test('shows the widget itself in both schemes with what is entered: checklist, survey, launcher', async () => {
    aServer(aTheme());
    onPage(<ThemesSection />);
    await expect.poll(() => document.querySelectorAll('banso-panel').length).toBe(2);
    await accent().fill('#0d9488');
    const drawn = (tag: 'banso-panel' | 'banso-survey') =>
      document.querySelector(tag)?.renderRoot.querySelector<HTMLElement>('[part~=base]');
    await expect.poll(() => drawn('banso-panel')?.style.getPropertyValue('--theme-accent')).toBe('#0d9488');
    await page.getByRole('radio', { name: 'Survey' }).click();
    await expect.poll(() => drawn('banso-survey')?.style.getPropertyValue('--theme-accent')).toBe('#0d9488');
    await page.getByRole('radio', { name: 'Launcher' }).click();
    await expect.poll(() => document.querySelectorAll('banso-launcher').length).toBe(2);
  });

  test('a new one begins as the open one, and is opened', async () => {
    const server = aServer(aTheme());
    onPage(<ThemesSection />);
    await page.getByRole('button', { name: 'New theme' }).click();
    await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Theme 2');
    expect(server.now(anId('thm', 3))).toMatchObject({ look: { accent: '#2f55a4', radius: 12 } });
    await page.getByRole('button', { name: 'Make it the default' }).click();
    await expect.poll(server.patches).toEqual([{ isDefault: true }]);
  });

  test('one that is worn cannot be deleted: the dialog names the contents', async () => {
    const server = aServer(aTheme(), brand({ contents: [WORN] }));
    onPage(<ThemesSection />, { path: `/console/settings/themes?theme=${anId('thm', 2)}` });
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByRole('dialog').getByText(/“Maintenance”/)).toBeVisible();
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  test('a conflict overwrites nothing and keeps what was entered', async () => {
    const server = aServer(aTheme());
    onPage(<ThemesSection />);
    await accent().fill('#aa3366');
    server.changeBehind(anId('thm', 1));
    await save().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Somebody changed this theme meanwhile/);
    await expect.element(accent()).toHaveValue('#aa3366');
  });

  test('a member changes other themes, and sees the default one', async () => {
    aServer(aTheme(), brand());
    onPage(<ThemesSection />, { role: 'member' });
    await expect.element(accent()).toBeDisabled();
    await expect.element(page.getByText('The default theme is changed by admins.')).toBeVisible();
    await page.getByRole('link', { name: /^Brand/ }).click();
    await expect.element(accent()).toBeEnabled();
  });
});
