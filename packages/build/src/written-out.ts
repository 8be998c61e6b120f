import { API, NodeBuilderFlags, SymbolFlags } from 'typescript/unstable/sync';
import type { Checker, Symbol as Named } from 'typescript/unstable/sync';

const FLAGS = NodeBuilderFlags.NoTruncation | NodeBuilderFlags.InTypeAlias;

/** Declarations of a module's types with nothing left that a schema says. */
export type WriteOut = (source: string) => string;

/**
 * Opens the project that a tsconfig describes, for the time of some work. `z.infer<typeof Theme>` becomes `{ accent?: string … }`: the
 * compiler knows, so it is asked.
 */
export function withWriteOut(config: string, work: (writeOut: WriteOut) => void): void {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (!project) throw new Error(`${config} could not be opened.`);
    const { checker, program } = project;
    work((source) => {
      const file = program.getSourceFile(source);
      const module = file && checker.getSymbolAtLocation(file);
      if (!module) throw new Error(`${source} is not a module of ${config}.`);
      return checker
        .getExportsOfModule(module)
        .filter(({ flags }) => flags & (SymbolFlags.TypeAlias | SymbolFlags.Interface))
        .map((symbol) => declarationOf(symbol, checker))
        .join('\n');
    });
  } finally {
    api.close();
  }
}

function declarationOf(symbol: Named, checker: Checker): string {
  const type = checker.typeToString(checker.getDeclaredTypeOfSymbol(symbol), undefined, FLAGS);
  // A name here would be one that the module has and whoever installs it has not.
  if (type.split('<')[0] === symbol.name || /\bz\.|\bimport\(/.test(type))
    throw new Error(`${symbol.name} cannot be written out: ${type}`);
  const words = checker.getDocumentationCommentOfSymbol(symbol);
  return `${words ? `/** ${words.replaceAll('\n', '\n * ')} */\n` : ''}export type ${symbol.name} = ${type};\n`;
}
