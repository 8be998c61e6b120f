import type { hc } from 'hono/client';
import type { App } from './app.ts';

export type { App } from './app.ts';

/** The typed client: `hc<App>(origin)` of `hono/client` answers it. */
export type Client = ReturnType<typeof hc<App>>;
