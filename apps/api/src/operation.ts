import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { RouteConfig, RouteHandler } from '@hono/zod-openapi';
import { Problem } from '@banso/contract';
import type { Permission } from '@banso/contract';
import type { Handler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { AppError } from './errors.ts';

/**
 * Who may call an operation. A permission of the workspace (`read`, `write`, `publish`, `administer`), of the whole
 * organisation (`organisation:…`), any signed-in member (`member`), the widget (`widget`), or anybody (`public`).
 */
export type Access = Permission | `organisation:${Permission}` | 'member' | 'widget' | 'public';

const ProblemDoc = Problem.meta({ id: 'Problem' });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDoc } },
});

const REFUSALS = {
  400: problem('The request is not valid; `errors` names the fields'),
  401: problem('Not signed in, or the key is unknown'),
  403: problem('Signed in, but not allowed'),
  404: problem('No such thing here; a foreign id answers exactly like an absent one'),
  429: problem('Too many requests; see Retry-After'),
  503: problem('Not available now; nothing was changed; see Retry-After'),
};

/** What else an operation that changes something can answer. */
const CHANGING_REFUSALS = {
  409: problem('It does not fit what is there'),
  410: problem('The person was erased at their wish'),
  412: problem('Somebody else changed it meanwhile; read it again'),
  413: problem('The body is too large'),
  415: problem('The body is not application/json'),
  422: problem('The Idempotency-Key belongs to another request, or it is not ready to publish'),
  428: problem('The ETag is needed as If-Match'),
};

/** Security schemes of the document. */
const SECURITY: Readonly<Record<string, Record<string, string[]>[]>> = {
  public: [],
  widget: [{ widgetSession: [] }],
  member: [{ console: [] }],
};

/**
 * Describes one operation: its route, who may call it, and the refusals every operation shares. The access is written into
 * the document as `x-access`; the middleware and the tenant matrix both read it from there.
 */
export function operation<const R extends RouteConfig>(access: Access, route: R): R {
  const responses = {
    ...REFUSALS,
    ...(route.method !== 'get' && CHANGING_REFUSALS),
    ...route.responses,
  };
  return createRoute({
    ...withKnownQuery(route),
    security:
      SECURITY[access] ??
      (access.startsWith('organisation:') ? [{ console: [] }] : [{ console: [] }, { secretKey: [] }]),
    'x-access': access,
    responses,
  });
}

/** For what a browser opens without our headers: a download. */
const OfWorkspace = z.string().optional().openapi({
  description: 'The workspace, where the header `banso-workspace` cannot be sent',
});

/**
 * A parameter that an operation does not know is refused: a filter with a slip in its name would answer with everything, as if it had
 * been obeyed.
 */
function withKnownQuery<R extends RouteConfig>(route: R): R {
  const query = route.request?.query;
  if (!(query instanceof z.ZodObject)) return route;
  return {
    ...route,
    request: { ...route.request, query: query.extend({ workspace: OfWorkspace }).strict() },
  };
}

/** A JSON body of an answer. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
/** A required JSON body of a request. */
export const body = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/**
 * What operations are put into. Each is held against its route, and none becomes part of the type: Hono would gather all of them for a
 * client that reads them as types, which nobody has, and the compiler made five million types of it.
 */
export interface Router extends Omit<OpenAPIHono<AppEnv>, 'openapi' | 'route' | 'get'> {
  openapi<R extends RouteConfig>(route: R, handler: RouteHandler<R, AppEnv>): Router;
  route(path: string, routes: Router): Router;
  get<P extends string>(path: P, ...handlers: Handler<AppEnv, P>[]): Router;
}

/** A feature's router: bad input becomes one problem document that names the fields. */
export function router(): Router {
  const routes: unknown = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw invalid(result.error, result.target);
    },
  });
  return routes as Router;
}

/** The refusal for input that does not fit its schema. */
export function invalid(error: z.core.$ZodError, target: string): AppError {
  const at = (path: readonly PropertyKey[]) => [...(target === 'json' ? [] : [target]), ...path].join('.');
  const errors = error.issues.flatMap((issue): NonNullable<Problem['errors']> =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: at([...issue.path, key]),
          code: issue.code,
          message: 'is not known',
        }))
      : [{ path: at(issue.path), code: issue.code ?? 'invalid', message: issue.message }],
  );
  const first = errors[0];
  return new AppError(
    'invalid',
    first ? `${first.path || 'The body'}: ${first.message}` : 'The request is not valid.',
    { errors },
  );
}
