import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** Width and height of a window, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where pictures go, and which are wanted. */
export interface Album {
  folder: string;
  browser: Browser;
  wanted(name: string): boolean;
}

const SCHEMES = ['light', 'dark'] as const;
/** What the README shows, and under which name. */
const IN_README: Readonly<Record<string, string>> = {
  'widget-checklist-en-light-1280': 'widget',
  'console-feedback-en-light-1440': 'console',
};
const README_WIDTH = 960;

/** Resolves when what has changed in a page is drawn. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Takes a state of a page in every size, in light and in dark.
 * @param darken - Tells a page whose scheme is not the system's.
 */
export async function take(
  album: Album,
  page: Page,
  name: string,
  sizes: readonly Size[],
  darken?: (dark: boolean) => Promise<void>,
): Promise<void> {
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await page.mouse.move(0, 0); // nothing is under the pointer
    for (const scheme of SCHEMES) {
      const full = `${name}-${scheme}-${width}`;
      if (!album.wanted(full)) continue;
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await darken?.(scheme === 'dark');
      await drawn(page);
      const picture = await page.screenshot({ path: join(album.folder, `${full}.png`) });
      process.stdout.write(`${full}\n`);
      const readme = IN_README[full];
      if (readme) await reduce(album, picture, { width, height }, readme);
    }
  }
  if (sizes[0]) await page.setViewportSize(sizes[0]); // what comes next is opened at a desk
}

/** Draws a picture smaller, in the browser that took it. */
async function reduce({ browser, folder }: Album, picture: Buffer, of: Size, name: string): Promise<void> {
  const height = Math.round((of.height * README_WIDTH) / of.width);
  const page = await browser.newPage({ viewport: { width: README_WIDTH, height } });
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(
    `<img alt="" src="${source}" width="${README_WIDTH}" style="position:fixed;inset:0">`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
