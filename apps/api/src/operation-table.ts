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

/** What the table knows of an operation. */
interface Known {
  access: Access | undefined;
  withholding: () => Withholding | undefined;
}

/** One schema for every JSON answer of an operation that is no refusal. */
function answersOf(responses: RouteConfig['responses']): z.ZodType {
  const schemas = Object.entries(responses).flatMap(([status, response]) => {
    const media = 'content' in response && response.content?.['application/json'];
    const schema = media && 'schema' in media && media.schema;
    return status.startsWith('2') && schema instanceof z.ZodType ? [schema] : [];
  });
  const [only, ...others] = schemas;
  return only && others.length === 0 ? only : z.union(schemas);
}

/** Worked out when it is first asked for: a start need not wait for what becomes of every answer. */
function withholdingOfAnswers(responses: RouteConfig['responses']): Known['withholding'] {
  let found: { withholding: Withholding | undefined } | undefined;
  return () => (found ??= { withholding: withholdingOf(answersOf(responses)) }).withholding;
}

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** Finds the access of the operation that answers, from the route definitions themselves. */
export class OperationTable {
  readonly #known = new Map<string, Known>();
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
      const name = nameOf({ method: method.toUpperCase(), path: path.replaceAll(/\/{(.+?)}/g, '/:$1') });
      const access = (definition.route as { 'x-access'?: Access })['x-access'];
      this.#known.set(name, { access, withholding: withholdingOfAnswers(responses) });
    }
  }

  /** What becomes of an answer for somebody who may not read texts; undefined: it holds none. */
  withholding(c: Context): Withholding | undefined {
    const route = answering(c);
    return route && this.#known.get(nameOf(route))?.withholding();
  }

  /** The first route that is no middleware answers, so its access counts. */
  match(c: Context): Matched {
    const route = answering(c);
    if (!route) return { kind: 'nothing' };
    const access = this.#known.get(nameOf(route))?.access;
    if (access !== undefined) return { kind: 'operation', access };
    return { kind: route.method === 'GET' && this.#files.has(route.path) ? 'file' : 'unlabelled' };
  }
}
