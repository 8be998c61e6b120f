import { z } from '@hono/zod-openapi';
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from './app-env.ts';
import type { Access } from './operation.ts';
import { withholdingOf } from './withheld-texts.ts';
import type { Withholding } from './withheld-texts.ts';

/** What answers a request: an operation with its access, a file that anybody may have, nothing, or something unlabelled. */
export type Matched = { kind: 'operation'; access: Access } | { kind: 'file' | 'nothing' | 'unlabelled' };

const answering = (c: Context) => matchedRoutes(c).find(({ method }) => method !== 'ALL');

/** One schema for every JSON answer of an operation that is no refusal. */
function answersOf(responses: RouteConfig['responses']): z.ZodType {
  const schemas = Object.entries(responses).flatMap(([status, response]) => {
    const media = 'content' in response && response.content?.['application/json'];
    const schema = media && 'schema' in media && media.schema;
    return status.startsWith('2') && schema instanceof z.ZodType ? [schema] : [];
  });
  return z.union(schemas);
}

/** Finds the access of the operation that answers, from the route definitions themselves. */
export class OperationTable {
  readonly #access = new Map<string, Access>();
  readonly #withholding = new Map<string, Withholding>();
  readonly #files: ReadonlySet<string>;

  /** @param files - Patterns of routes that serve files to anybody. */
  constructor(files: readonly string[]) {
    this.#files = new Set(files);
  }

  /** Takes over what the mounted features describe; called once, after the last mount. */
  fill(app: Pick<OpenAPIHono<AppEnv>, 'openAPIRegistry'>): void {
    for (const definition of app.openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue;
      const { method, path, responses } = definition.route;
      const access = (definition.route as { 'x-access'?: Access })['x-access'];
      const pattern = path.replaceAll(/\/{(.+?)}/g, '/:$1');
      const name = `${method.toUpperCase()} ${pattern}`;
      if (access !== undefined) this.#access.set(name, access);
      const withholding = withholdingOf(answersOf(responses));
      if (withholding) this.#withholding.set(name, withholding);
    }
  }

  /** What becomes of an answer for somebody who may not read texts; undefined: it holds none. */
  withholding(c: Context): Withholding | undefined {
    const route = answering(c);
    return route && this.#withholding.get(`${route.method} ${route.path}`);
  }

  /** The first route that is no middleware answers, so its access counts. */
  match(c: Context): Matched {
    const route = answering(c);
    if (!route) return { kind: 'nothing' };
    const access = this.#access.get(`${route.method} ${route.path}`);
    if (access !== undefined) return { kind: 'operation', access };
    return { kind: route.method === 'GET' && this.#files.has(route.path) ? 'file' : 'unlabelled' };
  }
}
