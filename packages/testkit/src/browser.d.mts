import type { LaunchOptions } from 'playwright';

/** Path of a Chromium on this machine, if possible one without windows; undefined means that Playwright's own download is used. */
export declare function systemBrowser(): string | undefined;

/**
 * Launch options for Playwright and vitest browser mode: they work as root, in containers and on a desktop.
 * @param whole - The browser as people have it: for what the one without windows lacks (keeping pages for going
 * back to), and for measuring.
 */
export declare function launchOptions(options?: { whole?: boolean }): LaunchOptions;

/**
 * Makes sure that some Chromium exists: system package (as root), Playwright's download, an npm package.
 * @param pnpm - The command line that starts the pinned pnpm.
 * @returns its path, '' for Playwright's own, undefined when none could be had.
 */
export declare function ensureBrowser(
  root: string,
  env: Record<string, string | undefined>,
  pnpm: readonly string[],
): string | undefined;
