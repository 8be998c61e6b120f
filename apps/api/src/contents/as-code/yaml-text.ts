import { Document, isNode, parseDocument, visit } from 'yaml';

/** A text is no YAML, or not the YAML that we take; `line` counts from 1. */
export class YamlError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** What a block of plain lines cannot hold without becoming something else, its first blanks among it; only escapes can. */
const NEEDS_ESCAPES = /[^\P{C}\n]|[\u2028\u2029]|^\s/u;

/**
 * Writes a JSON value as YAML for people and for git: texts of several lines as lines, nothing folded, nothing that an
 * older reader would take for a date or a yes.
 */
export function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1', version: '1.2' });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && NEEDS_ESCAPES.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}

/**
 * A parser that goes down as deep as the text does ends with the stack, and with it, at worst, the process. No value is nested
 * deeper than the columns before it, the marks in front of it, and the brackets of its text.
 */
const MAX_COLUMNS = 500;
const MAX_BRACKETS = 3_000;
const TOO_DEEP = new RegExp(
  `^(?:[ \\t]|[-?:][ \\t]){${MAX_COLUMNS}}|(?:(?:[-?:]|[!&]\\S{0,99})[ \\t]+){${MAX_COLUMNS / 2}}`,
  'm',
);

/** What was read, and the line on which a value of it stands. */
export interface ReadYaml {
  value: unknown;
  /** Counted from 1; of the nearest value around where there is none at the path. */
  lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/**
 * Reads one YAML document of plain values: no aliases, which can be made to grow without end, and no tags of one's own.
 * @throws {YamlError}
 */
export function parseYaml(text: string): ReadYaml {
  if (TOO_DEEP.test(text) || (text.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS)
    throw new YamlError('is nested too deeply');
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? undefined : text.slice(0, offset).split('\n').length;
  try {
    const document = parseDocument(text, { prettyErrors: false, version: '1.2', stringKeys: true });
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) throw new YamlError(wrong.message, lineAt(wrong.pos[0]));
    return {
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      lineOf(path) {
        for (let length = path.length; length > 0; length -= 1) {
          const found: unknown = document.getIn(path.slice(0, length), true);
          const range = isNode(found) ? found.range : undefined;
          if (range) return lineAt(range[0]);
        }
        return undefined;
      },
    };
  } catch (error) {
    if (error instanceof YamlError) throw error;
    if (error instanceof ReferenceError) throw new YamlError('aliases are not taken');
    throw error;
  }
}
