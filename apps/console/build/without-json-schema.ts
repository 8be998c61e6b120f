import type { Plugin } from 'vite';

/** The half of zod that describes schemas as JSON Schema; each schema carries it along, and no bundler can tell that nobody asks. */
const DESCRIBES = /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;
const EXPORTED = /^export (?:const|function|async function) (\w+)/gm;

/** Leaves out what makes JSON Schema of zod's schemas: the console checks answers with them, and describes nothing. */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'banso-without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!DESCRIBES.test(id)) return undefined;
      const names = [...code.matchAll(EXPORTED)].map(([, name]) => name);
      if (names.length === 0)
        this.error(`${id} exports nothing: zod has moved what it describes schemas with.`);
      return {
        code: `const none = () => none;\nexport { ${names.map((name) => `none as ${name}`).join(', ')} };\n`,
        map: null,
      };
    },
  };
}
