import { z } from '@hono/zod-openapi';
import { json, operation, router } from '../../operation.ts';

const tags = ['service'];

/**
 * The reference reads its configuration from attributes, so that the page needs no script of its own. Every switch here keeps
 * it from asking another host for something.
 */
const CONFIGURATION = {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>Banso API</title>
  </head>
  <body>
    <script id="api-reference" type="application/json" data-url="/openapi.json" data-configuration="${escaped(JSON.stringify(CONFIGURATION))}"></script>
    <script src="/docs/scalar.js"></script>
  </body>
</html>
`;

/** @param describe - Makes the document; called once, when it is first asked for. */
export function docsRoutes(describe: () => object) {
  let document: object | undefined;
  return router()
    .openapi(
      operation('public', {
        method: 'get',
        path: '/openapi.json',
        tags,
        summary: 'This document',
        responses: { 200: json(z.looseObject({}), 'OpenAPI 3.1') },
      }),
      (c) => {
        document ??= describe();
        c.header('cache-control', 'no-cache');
        return c.json({ ...document }, 200);
      },
    )
    .openapi(
      operation('public', {
        method: 'get',
        path: '/docs',
        tags,
        summary: 'This document, to read and to try',
        responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
      }),
      (c) => {
        c.header('cache-control', 'no-cache');
        return c.html(PAGE, 200);
      },
    );
}
