import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A package's build: the manifest that vite wrote (`build.manifest: true`), if any, and the bytes of its files. */
export class Build {
  #folder;
  #sizes = new Map();

  constructor(root, folder) {
    this.folder = folder;
    this.#folder = join(root, folder, 'dist');
    const file = join(this.#folder, '.vite', 'manifest.json');
    if (!existsSync(this.#folder)) throw new Error(`${folder}/dist is missing: build ${folder} first.`);
    this.manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  }

  /**
   * Names of the files that are fetched with what a table names: a source, a pattern of sources or `dist/…`.
   * @param which - 'all' takes every chunk that a pattern matches; without it the heaviest.
   */
  files(wanted, which) {
    const isFile = typeof wanted === 'string' && wanted.startsWith('dist/');
    return isFile ? new Set([wanted.slice('dist/'.length)]) : this.filesOf(this.keys(wanted, which));
  }

  /** Keys of the manifest that a source or a pattern stands for. */
  keys(wanted, which) {
    const all = Object.keys(this.manifest);
    if (typeof wanted === 'string') return this.#known([wanted], wanted);
    const matching = all.filter((key) => wanted.test(key));
    if (which === 'all' || matching.length < 2) return this.#known(matching, wanted);
    const weight = (key) => this.bytes(this.filesOf([key]));
    return [matching.toSorted((a, b) => weight(b) - weight(a))[0]];
  }

  #known(keys, wanted) {
    if (keys.length > 0 && keys.every((key) => key in this.manifest)) return keys;
    const known = Object.keys(this.manifest).join(', ');
    throw new Error(`${this.folder} has no chunk of ${wanted}. Its manifest names: ${known}`);
  }

  /** Scripts and styles of the chunks and of all that they import statically. */
  filesOf(keys) {
    const seen = new Set();
    const files = new Set();
    const follow = (key) => {
      if (seen.has(key)) return;
      seen.add(key);
      const { file, css = [], imports = [] } = this.manifest[key];
      for (const one of [file, ...css]) files.add(one);
      imports.forEach(follow);
    };
    keys.forEach(follow);
    return files;
  }

  /** Chunks that the entry reaches by dynamic imports only, over any number of steps. */
  dynamicKeys(start) {
    const seen = new Set(start);
    const found = new Set();
    const follow = (key) => {
      const { imports = [], dynamicImports = [] } = this.manifest[key];
      for (const next of dynamicImports) found.add(next);
      for (const next of [...imports, ...dynamicImports]) {
        if (seen.has(next)) continue;
        seen.add(next);
        follow(next);
      }
    };
    start.forEach(follow);
    return [...found];
  }

  /** Size of one file as it is served. */
  size(file) {
    if (!this.#sizes.has(file)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      const path = join(this.#folder, file);
      if (!existsSync(path)) throw new Error(`${this.folder}/dist/${file} was not built.`);
      this.#sizes.set(file, brotliCompressSync(readFileSync(path), { params }).length);
    }
    return this.#sizes.get(file);
  }

  bytes(files) {
    return [...files].reduce((sum, file) => sum + this.size(file), 0);
  }
}
