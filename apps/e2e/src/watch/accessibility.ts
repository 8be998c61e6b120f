import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** In dark the page is the same but for its colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Holds a page, shadow roots included, against WCAG 2.0–2.2 A and AA and axe's best practice, in light and in dark. Once:
 * the same page that another database answered is not held against them again.
 * @param state - What the page shows, for the report.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  if (test.info().project.name.startsWith('postgres')) return;
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(axe(page).withTags(TAGS));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(axe(page).withRules(COLOUR_RULES));
  await page.emulateMedia({ colorScheme: null });
  expect({ light, dark }, state).toEqual({ light: [], dark: [] });
}

/** Everything of ours is of one origin, so that axe need not bring the results of frames together in a page of its own. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode(true);

async function violationsIn(builder: AxeBuilder): Promise<object[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
}
