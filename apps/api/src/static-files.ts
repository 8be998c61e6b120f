import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /^(text\/|application\/json|image\/svg)/;
/** Smaller files travel as they are. */
const COMPRESS_FROM_BYTES = 1_024;
/** Over this a high setting takes seconds. */
const LARGE_BYTES = 1_048_576;

/** Where the built files are. */
export interface FileRoots {
  /** Loader and widget: the first folder that has the file answers. */
  widget: readonly string[];
  console: readonly string[];
  playground: readonly string[];
  /** The API reference's own script. */
  reference: readonly string[];
}

/** In a checkout the packages' own `dist`; otherwise the folders beside the built service. */
export function fileRoots(here = import.meta.dirname): FileRoots {
  const root = checkoutOf(here);
  if (root === undefined)
    return {
      widget: [join(here, 'files/widget')],
      console: [join(here, 'files/console')],
      playground: [join(here, 'files/playground')],
      reference: [join(here, 'files/reference')],
    };
  return {
    widget: [join(root, 'packages/loader/dist'), join(root, 'packages/widget/dist')],
    console: [join(root, 'apps/console/dist')],
    playground: [join(root, 'apps/playground/dist')],
    reference: [join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser')],
  };
}

function checkoutOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : checkoutOf(parent);
}

interface StaticFile {
  version: string;
  type: string;
  tag: string;
  bytes: Buffer<ArrayBuffer>;
  /** Compressed forms, made when they are first asked for. */
  encoded: Map<Encoding, Promise<Buffer<ArrayBuffer>>>;
}

type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Files below some folders, kept in memory until they change on the disk. */
export class StaticFiles {
  readonly #roots: readonly string[];
  readonly #kept = new Map<string, StaticFile>();

  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /**
   * Answers with a file.
   * @param path - Below the folders, as the address says it, decoded.
   * @returns undefined when there is no such file.
   */
  async answer(c: Context, path: string, cacheControl: string): Promise<Response | undefined> {
    const file = await this.#find(path);
    if (!file) return undefined;
    const encoding =
      file.bytes.length >= COMPRESS_FROM_BYTES && COMPRESSED.test(file.type) ? encodingOf(c) : undefined;
    const tag = `"${file.tag}${encoding === undefined ? '' : `-${encoding}`}"`;
    c.header('cache-control', cacheControl);
    c.header('etag', tag);
    c.header('vary', 'accept-encoding', { append: true });
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .includes(tag)
    )
      return c.body(null, 304);
    c.header('content-type', file.type);
    if (encoding === undefined) return c.body(file.bytes);
    c.header('content-encoding', encoding);
    return c.body(await encoded(file, encoding));
  }

  async #find(path: string): Promise<StaticFile | undefined> {
    // whole plain names only: no parent, no hidden file, no backslash, no NUL
    if (!path.split('/').every((name) => /^[\w@~-][\w.@~-]*$/.test(name))) return undefined;
    for (const root of this.#roots) {
      const full = join(root, path);
      const found = await stat(full).catch(() => undefined); // absent: the next folder may have it
      if (!found?.isFile()) continue;
      const version = `${found.mtimeMs} ${found.size}`;
      const kept = this.#kept.get(full);
      if (kept?.version === version) return kept;
      const bytes = await readFile(full);
      const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      const type = TYPES[extname(full)] ?? 'application/octet-stream';
      const file: StaticFile = { version, type, tag, bytes, encoded: new Map() };
      this.#kept.set(full, file);
      return file;
    }
    return undefined;
  }
}

function encodingOf(c: Context): Encoding | undefined {
  const accepted = c.req.header('accept-encoding') ?? '';
  return (['br', 'gzip'] as const).find((one) =>
    accepted.split(',').some((part) => {
      const [name = '', weight = ''] = part.trim().split(/\s*;\s*/);
      return name === one && !/^q=0(\.0*)?$/.test(weight);
    }),
  );
}

function encoded(file: StaticFile, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const kept = file.encoded.get(encoding);
  if (kept) return kept;
  const quality = file.bytes.length > LARGE_BYTES ? 5 : 11;
  const made =
    encoding === 'br'
      ? brotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : gzipped(file.bytes, { level: 9 });
  file.encoded.set(encoding, made);
  return made;
}
