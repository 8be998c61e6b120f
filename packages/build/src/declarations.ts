import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { workspaceModules } from './workspace-modules.ts';
import { withWriteOut } from './written-out.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** `from '…'` and `import('…')`, what stands before the name, and the name; or a comment, in which that is only words. */
const SPECIFIER = /\/\*[\s\S]*?\*\/|(\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\2/g;
const FROM_ZOD = /\bfrom\s*['"]zod['"]/;
/** A line of a package's list of names. */
const LISTED = /^export (?:type )?(?:\* as (\w+)|\{([^}]*)\}) from [^;]+;\n/gm;
/** What a module takes from another by name. */
const TAKEN = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;

const slashed = (path: string): string => path.split(sep).join('/');
const namesOf = (list = ''): string[] =>
  list
    .split(',')
    .map(
      (one) =>
        one
          .trim()
          .replace(/^type /, '')
          .split(/\s+as\s+/)[0] ?? '',
    )
    .filter(Boolean);

/** What is declared, and where that goes. */
export interface Declarations {
  /** Folder of the package, with its tsconfig.json. */
  root: string;
  outDir: string;
  /** Source of each entry by its name, relative to the package. */
  entries: Readonly<Record<string, string>>;
  /** Other packages that whoever installs this one has, types and all. Default: none. */
  external?: readonly string[];
  /** Declarations in `outDir` that something else wrote, without their ending, for each entry to bring. Default: none. */
  besides?: readonly string[];
}

/**
 * Writes `<name>.d.ts` for each entry: what the compiler declares of our modules, wherever in the repository they are, beside each
 * other in `types/`. Types that a zod schema says are written out, so that whoever installs the package needs neither zod nor a
 * package that is never published.
 *
 * There is no bundler of declarations between: they leave `z.infer` as it is, and most bring a compiler of their own.
 */
export function writeDeclarations({
  root,
  outDir,
  entries,
  external = [],
  besides = [],
}: Declarations): void {
  const folder = mkdtempSync(join(tmpdir(), 'banso-types-'));
  const config = join(root, `tsconfig.types-${process.pid}.json`);
  try {
    const sources = Object.values(entries).map((source) => resolve(root, source));
    writeFileSync(config, JSON.stringify(project(sources, folder, external)));
    execFileSync(process.execPath, [TSC, '-p', config], { stdio: ['ignore', 'inherit', 'inherit'] });
    withWriteOut(config, (writeOut) => {
      const declared = new Declared(folder, external, writeOut);
      for (const source of sources) declared.reach(source);
      declared.write(join(outDir, 'types'));
    });
    for (const [name, source] of Object.entries(entries)) {
      const brought = [`types/${moduleOf(resolve(root, source))}`, ...besides];
      const lines = brought.map((module) => `export * from './${module}.js';\n`);
      writeFileSync(join(outDir, `${name}.d.ts`), lines.join(''));
    }
  } finally {
    rmSync(config, { force: true });
    rmSync(folder, { recursive: true });
  }
}

/** The same after a build by Vite. */
export function declarations(options: Omit<Declarations, 'root' | 'outDir'>): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'banso-declarations',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: () => writeDeclarations({ ...options, root, outDir }),
  };
}

/** Path of a source in the repository, without its ending. */
const moduleOf = (source: string): string => slashed(relative(REPOSITORY, source)).replace(/\.tsx?$/, '');

/** Packages of ours are found by path: those in `node_modules` the compiler takes for somebody else's. */
function project(files: readonly string[], outDir: string, external: readonly string[]): object {
  const ours = [...workspaceModules(REPOSITORY)].filter(([name]) => !external.includes(name));
  return {
    extends: './tsconfig.json',
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: REPOSITORY,
      outDir,
      paths: Object.fromEntries(ours.map(([name, source]) => [name, [source]])),
    },
    include: [],
    files,
  };
}

/** The declarations that an entry needs. */
class Declared {
  readonly #folder: string;
  readonly #external: readonly string[];
  readonly #writeOut: (source: string) => string;
  readonly #packages = workspaceModules(REPOSITORY);
  readonly #texts = new Map<string, string>();
  /** What is taken from each package's list of names. */
  readonly #taken = new Map<string, Set<string>>();

  constructor(folder: string, external: readonly string[], writeOut: (source: string) => string) {
    this.#folder = folder;
    this.#external = external;
    this.#writeOut = writeOut;
  }

  /** Takes in a module and all that it names. */
  reach(entry: string): void {
    this.#add(entry);
    // What a list of names has to bring is known only when all have said what they take.
    for (let known = 0; known < this.#texts.size;) {
      known = this.#texts.size;
      for (const [source, text] of this.#texts)
        for (const [, , , specifier] of this.#listed(source, text).matchAll(SPECIFIER)) {
          const target = specifier && this.#targetOf(source, specifier);
          if (target) this.#add(target);
        }
    }
  }

  write(to: string): void {
    for (const [source, text] of this.#texts) {
      const path = join(to, `${moduleOf(source)}.d.ts`);
      mkdirSync(dirname(path), { recursive: true });
      const here = dirname(moduleOf(source));
      const linked = this.#listed(source, text)
        .replace(/^\n+/, '')
        .replace(SPECIFIER, (whole, before: string, _quote, specifier?: string) => {
          const target = specifier && this.#targetOf(source, specifier);
          if (!target) return whole;
          const there = slashed(relative(here, moduleOf(target)));
          return `${before}'${there.startsWith('.') ? '' : './'}${there}.js'`;
        });
      writeFileSync(path, linked);
    }
  }

  #add(source: string): void {
    if (this.#texts.has(source)) return;
    const text = this.#declarationOf(source);
    this.#texts.set(source, text);
    for (const [, names, specifier = ''] of text.matchAll(TAKEN)) {
      const target = this.#packages.get(specifier);
      if (!target) continue;
      const taken = this.#taken.get(target) ?? new Set();
      for (const name of namesOf(names)) taken.add(name);
      this.#taken.set(target, taken);
    }
  }

  #listed(source: string, text: string): string {
    const taken = this.#taken.get(source);
    if (!taken) return text;
    return text.replace(LISTED, (line, namespace: string | undefined, list: string | undefined) =>
      (namespace ? [namespace] : namesOf(list)).some((name) => taken.has(name)) ? line : '',
    );
  }

  #declarationOf(source: string): string {
    const text = readFileSync(join(this.#folder, `${moduleOf(source)}.d.ts`), 'utf8');
    return FROM_ZOD.test(text) ? this.#writeOut(source) : text;
  }

  /** Source of a module of ours; undefined for a package that whoever installs this one has. */
  #targetOf(source: string, specifier: string): string | undefined {
    if (this.#external.some((one) => specifier === one || specifier.startsWith(`${one}/`))) return undefined;
    const target = specifier.startsWith('.')
      ? resolve(dirname(source), specifier)
      : this.#packages.get(specifier);
    if (!target) throw new Error(`${source} names ${specifier}, which is not published with it.`);
    return target;
  }
}
