import type { PluginOption } from 'vite';
import type { ViteUserConfig } from 'vitest/config';

/**
 * Configuration of a package whose tests (`src/**\/*.test.ts`) run on Node.
 * @param options.postgres - true starts one PostgreSQL for the run and sets DATABASE_URL_TEST; default false.
 */
export declare function nodeTests(name: string, options?: { postgres?: boolean }): ViteUserConfig;

/**
 * Configuration of a package whose tests run in a real Chromium, save `*.node.test.ts`, which run on Node.
 * @param plugins - Vite plugins that the sources need, for example Preact's; default none.
 */
export declare function browserTests(name: string, plugins?: PluginOption[]): ViteUserConfig;
