import puppeteer from 'puppeteer-core';
import type { KeyInput } from 'puppeteer-core';
import type { Engine } from './engines.ts';

/** Firefox as it is installed, driven by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1_000, height: 760 });
      return {
        goto: async (url) => void (await page.goto(url)),
        reload: async () => void (await page.reload()),
        evaluate: (expression) => page.evaluate(expression) as Promise<never>,
        click: (x, y) => page.mouse.click(x, y),
        press: (key) => page.keyboard.press(key as KeyInput),
        close: () => context.close(),
      };
    },
    stop: () => browser.close(),
  };
}
