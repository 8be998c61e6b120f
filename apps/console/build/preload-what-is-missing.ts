import type { Plugin } from 'vite';

/**
 * Names for an import while the page runs only the files that are not there yet: neither among those that the page opened with nor among
 * those of the file that imports. Vite names them all, and the hashes of forty names weigh more than many of our files.
 */
export function preloadWhatIsMissing(): Plugin {
  /** File → the files that it imports statically. */
  let imports = new Map<string, readonly string[]>();
  let opening: string[] = [];

  const there = (file: string, found = new Set<string>()): Set<string> => {
    if (found.has(file)) return found;
    found.add(file);
    for (const imported of imports.get(file) ?? []) there(imported, found);
    return found;
  };

  return {
    name: 'banso-preload-what-is-missing',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies(_file, dependencies, { hostId, hostType }) {
            if (hostType === 'html') return dependencies;
            const loaded = [...opening, hostId].reduce(
              (found, file) => there(file, found),
              new Set<string>(),
            );
            return dependencies.filter((file) => !loaded.has(file));
          },
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
        opening = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
      },
    },
  };
}
