import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { RunOnly, RunOptions } from 'axe-core';
import axe from 'axe-core';

const ALL: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
};
/** In dark the page is the same but for its colours. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Everything of ours is of one origin: what axe finds in frames it is told by axe in the frames. */
const AXE = `${axe.source}; axe.configure({ allowedOrigins: ['<same_origin>'] });`;

/**
 * Holds a page, shadow roots included, against WCAG 2.0–2.2 A and AA and axe's best practice, in light and in dark. Once:
 * the same page that another database answered is not held against them again.
 * @param state - What the page shows, for the report.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  if (test.info().project.name.startsWith('postgres')) return;
  await bringAxe(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page, ALL);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(page, COLOURS);
  await page.emulateMedia({ colorScheme: null });
  expect({ light, dark }, state).toEqual({ light: [], dark: [] });
}

/** Half a megabyte that a browser takes longer to read than many a page takes to be looked at: once for each document. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  }
}

async function violationsIn(page: Page, runOnly: RunOnly): Promise<object[]> {
  const options: RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
  const violations = await page.evaluate(
    async (wanted) => (await window.axe.run(document, wanted)).violations,
    options,
  );
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
