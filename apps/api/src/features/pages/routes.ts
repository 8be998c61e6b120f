import type { Context } from 'hono';
import type { AppEnv } from '../../app-env.ts';
import { decoded } from '../../decoded.ts';
import { AppError } from '../../errors.ts';
import { router } from '../../operation.ts';
import { fileRoots, StaticFiles } from '../../static-files.ts';
import type { FileRoots } from '../../static-files.ts';
import { isImmutable } from '../../widget-files.ts';

/** The routes that serve built files to anybody; they are no operations of the API. */
export const FILE_ROUTES = [
  '/',
  '/console',
  '/console/*',
  '/playground',
  '/playground/*',
  '/w/:file{.+}',
  '/docs/scalar.js',
] as const;

const FOREVER = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';
/** The loader has a stable name: a new one is on customers' pages within minutes. */
const LOADER = 'public, max-age=300, stale-while-revalidate=86400';

/** The built files: widget, console, playground, and the script of the API reference. */
export function pageRoutes(roots: FileRoots = fileRoots()) {
  const files = {
    widget: new StaticFiles(roots.widget),
    console: new StaticFiles(roots.console),
    playground: new StaticFiles(roots.playground),
    reference: new StaticFiles(roots.reference),
  };
  const ageOf = (path: string) => (isImmutable(path) ? FOREVER : ALWAYS_ASK);

  /** A page's files; every address without a file of its own is the page itself, which routes by itself. */
  async function page(c: Context<AppEnv>, of: 'console' | 'playground'): Promise<Response> {
    const path = decoded(c.req.path.slice(`/${of}/`.length));
    const found = path === '' ? undefined : await files[of].answer(c, path, ageOf(path));
    if (found) return found;
    const isFile = /\.\w+$/.test(path);
    const index = isFile ? undefined : await files[of].answer(c, pageFile(of, path), ALWAYS_ASK);
    if (index) return index;
    throw new AppError('not_found', `There is no such file. Has the ${of} been built? Run: npm run build`);
  }

  return router()
    .get('/', (c) => c.redirect('/console/'))
    .get('/console', (c) => c.redirect('/console/'))
    .get('/playground', (c) => c.redirect('/playground/'))
    .get('/console/*', (c) => page(c, 'console'))
    .get('/playground/*', (c) => page(c, 'playground'))
    .get('/w/:file{.+}', async (c) => {
      const path = c.req.param('file');
      const found = await files.widget.answer(c, path, isImmutable(path) ? FOREVER : LOADER);
      if (!found) throw new AppError('not_found', 'There is no such file.');
      return found;
    })
    .get('/docs/scalar.js', async (c) => {
      const found = await files.reference.answer(c, 'standalone.js', ALWAYS_ASK);
      if (!found) throw new AppError('not_found', 'There is no such file.');
      return found;
    });
}

/** The playground has a folder for each of its pages; the console is one page. */
const pageFile = (of: 'console' | 'playground', path: string): string =>
  of === 'playground' && path !== '' ? `${path.replace(/\/$/, '')}/index.html` : 'index.html';
