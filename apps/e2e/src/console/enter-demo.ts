import type { Page } from '@playwright/test';

/** Signs in as the owner of the demo with one click, and waits until the work is there. */
export async function enterDemo(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(consoleUrl);
  await page.getByRole('button', { name: 'Look around in the demo' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Feedback' }).first().waitFor();
}
