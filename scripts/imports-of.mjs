import { parseSync } from 'oxc-parser';

/**
 * What a node of the syntax tree imports: `specifier`, and whether types are all that comes in. `import { type A }`
 * is no type import: under `verbatimModuleSyntax` the module is still loaded.
 */
function importAt(node) {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, typesOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source && { specifier: node.source.value, typesOnly: node.exportKind === 'type' };
    case 'ImportExpression':
      return node.source.type === 'Literal' && { specifier: node.source.value, typesOnly: false };
    case 'TSImportType':
      return { specifier: node.source.value, typesOnly: true };
    default:
      return undefined;
  }
}

function visit(value, found) {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, found);
  } else if (value && typeof value === 'object') {
    if (typeof value.type === 'string') {
      const one = importAt(value);
      if (one) found.push({ ...one, at: value.start });
    }
    for (const child of Object.values(value)) visit(child, found);
  }
}

const CSS_IMPORT = /@import\s+(?:url\()?["']([^"']+)["']/g;

/**
 * Every module that a source names in an import, an export … from, a dynamic import of a fixed name, or a type.
 * @returns `{ specifier, typesOnly, line }`, in the order of the file.
 * @throws {Error} when the file cannot be parsed.
 */
export function importsOf(file, text) {
  const lineOf = (offset) => text.slice(0, offset).split('\n').length;
  if (file.endsWith('.css'))
    return [...text.matchAll(CSS_IMPORT)].map((match) => ({
      specifier: match[1].startsWith('.') || match[1].startsWith('@') ? match[1] : `./${match[1]}`,
      typesOnly: false,
      line: lineOf(match.index),
    }));
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found = [];
  visit(program, found);
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ specifier, typesOnly, at }) => ({ specifier, typesOnly, line: lineOf(at) }));
}
