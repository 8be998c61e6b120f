import type { Plugin } from 'vite';

const HELPER_FILE = 'rolldown-runtime';
const HELPER = /import \{ \w+ as __exportAll \} from "\.\/rolldown-runtime-[^"]+";\n/;
const NAMESPACE = /var (\w+) = \/\* @__PURE__ \*\/ __exportAll\(\{([^}]*)\}\);\n/g;
/** What the bundler writes where a module is imported that shares its file: our own code names no parameter `n`. */
const OUT_OF_NAMESPACE = /(import\("\.\/[^"]+"\))\.then\(\(n\) => n\.\w+\)/g;

/**
 * The bundler puts a module that is imported dynamically into an object of its own where a file holds more than it, and ships a
 * helper that makes such objects. Here each file holds one such module at most, whose names become exports of the file.
 */
export function plainExports(): Plugin {
  return {
    name: 'banso-plain-exports',
    apply: 'build',
    renderChunk(code, { name }) {
      const namespaces = [...code.matchAll(NAMESPACE)];
      if (namespaces.length > 1) this.error(`More than one module of ${name} is imported dynamically.`);
      let plain = code.replace(HELPER, '').replace(OUT_OF_NAMESPACE, '$1');
      for (const [whole, object, members = ''] of namespaces) {
        const names = members
          .replace(/(\w+): \(\) => (\w+)/g, '$2 as $1')
          .trim()
          .replace(/,$/, '');
        plain = plain.replace(whole, '').replace(new RegExp(`\\b${object} as \\w+`), names);
      }
      if (name !== HELPER_FILE && plain.includes('__exportAll')) this.error(`${name} keeps the helper.`);
      return plain === code ? undefined : { code: plain, map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.keys(bundle))
        if (file.startsWith(HELPER_FILE)) Reflect.deleteProperty(bundle, file);
    },
  };
}
