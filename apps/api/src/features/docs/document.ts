import { sessionCookieName } from '../../auth.ts';
import type { Router } from '../../operation.ts';

type Document = ReturnType<Router['getOpenAPI31Document']>;

const CHANGING = ['post', 'put', 'patch'] as const;

const DESCRIPTION = `The whole API: the widget's part, for which a publishable key is enough, and the management part, which the console itself uses.

- **Secret keys** belong to one workspace: \`Authorization: Bearer bsk_…\`, or as the user name of Basic. Members' requests name the workspace in the header \`banso-workspace\`.
- **Lists** take \`limit\` (at most 200) and \`cursor\`, and answer \`{ data, nextCursor }\`.
- **Refusals** are problem details (RFC 9457) with a \`code\` and a \`requestId\`. A foreign id answers exactly like an absent one.
- **Repetitions**: \`Idempotency-Key\` on POST, PUT and PATCH is honoured for 24 hours. Edits that a second person could overwrite need the ETag as \`If-Match\`.
- **x-access** says who may call an operation: a scope or permission of the workspace, \`organisation:…\` for members with that permission, \`member\`, \`widget\`, or \`public\`.`;

/** The OpenAPI document of everything that is mounted, made from the routes themselves. */
export function openApiDocument(app: Router, publicUrl: string): Document {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Banso', version: '1', description: DESCRIPTION },
    servers: [{ url: publicUrl }],
  });
  document.components = {
    ...document.components,
    securitySchemes: {
      console: {
        type: 'apiKey',
        in: 'cookie',
        name: sessionCookieName(publicUrl),
        description: "A member's session",
      },
      secretKey: { type: 'http', scheme: 'bearer', description: 'A secret key, bsk_…' },
      widgetSession: { type: 'http', scheme: 'bearer', description: 'A widget session' },
    },
    parameters: {
      ...document.components?.parameters,
      Workspace: {
        name: 'banso-workspace',
        in: 'header',
        required: false,
        schema: { type: 'string' },
        description: 'The workspace. Members have to name it; a secret key has just one.',
      },
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        schema: { type: 'string', maxLength: 255 },
        description: 'Repeating a request with the same key has no second effect for 24 hours.',
      },
    },
  };
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'delete', ...CHANGING] as const) {
      const operation = item?.[method];
      const access: unknown = operation?.['x-access'];
      if (!operation || typeof access !== 'string' || access === 'public' || access === 'widget') continue;
      const isChanging = CHANGING.some((one) => one === method);
      operation.parameters = [
        ...(operation.parameters ?? []),
        ...(isOfWorkspace(access) ? [{ $ref: '#/components/parameters/Workspace' }] : []),
        ...(isChanging ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ];
    }
  }
  return document;
}

const isOfWorkspace = (access: string) => access !== 'member' && !access.startsWith('organisation:');
