// What the analyzer exports but does not declare.
declare module '@custom-elements-manifest/analyzer/index.js' {
  interface SourceFile {
    fileName: string;
  }
  /** The compiler that the analyzer brings. */
  export const ts: {
    createSourceFile(name: string, text: string, target: number, setParents: boolean): SourceFile;
    ScriptTarget: { ES2015: number };
  };
  /** Reads sources and answers the manifest. */
  export function create(options: {
    modules: SourceFile[];
    plugins: unknown[];
    context: { dev: boolean };
  }): unknown;
}
declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  /** Knows static properties as Lit has them. */
  export function litPlugin(): unknown[];
}
