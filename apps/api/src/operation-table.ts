import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from './app-env.ts';
import type { Access } from './operation.ts';

/** What answers a request: an operation with its access, a file that anybody may have, nothing, or something unlabelled. */
export type Matched = { kind: 'operation'; access: Access } | { kind: 'file' | 'nothing' | 'unlabelled' };

/** Finds the access of the operation that answers, from the route definitions themselves. */
export class OperationTable {
  readonly #access = new Map<string, Access>();
  readonly #files: ReadonlySet<string>;

  /** @param files - Patterns of routes that serve files to anybody. */
  constructor(files: readonly string[]) {
    this.#files = new Set(files);
  }

  /** Takes over what the mounted features describe; called once, after the last mount. */
  fill(app: Pick<OpenAPIHono<AppEnv>, 'openAPIRegistry'>): void {
    for (const definition of app.openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue;
      const { method, path } = definition.route;
      const access = (definition.route as { 'x-access'?: Access })['x-access'];
      const pattern = path.replaceAll(/\/{(.+?)}/g, '/:$1');
      if (access !== undefined) this.#access.set(`${method.toUpperCase()} ${pattern}`, access);
    }
  }

  /** The first route that is no middleware answers, so its access counts. */
  match(c: Context): Matched {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    if (!route) return { kind: 'nothing' };
    const access = this.#access.get(`${route.method} ${route.path}`);
    if (access !== undefined) return { kind: 'operation', access };
    return { kind: route.method === 'GET' && this.#files.has(route.path) ? 'file' : 'unlabelled' };
  }
}
