/** A piece of code and how it is coloured: `k` a name, `s` a string, `a` an attribute, `c` a comment. */
export interface CodePiece {
  text: string;
  kind: 'k' | 's' | 'a' | 'c' | undefined;
}

/** Languages that have colours; everything else stays plain. */
export type CodeLanguage = 'html' | 'js' | 'sh' | 'text';

const RULES: Readonly<Record<Exclude<CodeLanguage, 'text'>, RegExp>> = {
  html: /(?<c><!--[\s\S]*?-->|(?<=\s)\/\/[^\n]*)|(?<s>"[^"]*"|'[^']*')|(?<k>(?<=<\/?)[\w-]+)|(?<a>(?<=\s)[\w-]+(?==|>|\s+[\w-]+=))/g,
  js: /(?<c>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<s>"[^"\n]*"|'[^'\n]*'|`[^`]*`)|(?<k>\b(?:import|from|export|const|let|await|async|function|return|new|if|else)\b)|(?<a>\b[\w$]+(?=\s*:))/g,
  sh: /(?<c>(?<=^|\s)#[^\n]*)|(?<s>"[^"]*"|'[^']*')|(?<a>(?<=\s)--?[\w-]+)|(?<k>(?<=^|\n|\|\s*)[\w./-]+)/g,
};

/** Splits code for colouring. Joined, the pieces are exactly the code. */
export function highlight(code: string, language: CodeLanguage): CodePiece[] {
  if (language === 'text') return [{ text: code, kind: undefined }];
  const pieces: CodePiece[] = [];
  let end = 0;
  for (const match of code.matchAll(RULES[language])) {
    if (match.index > end) pieces.push({ text: code.slice(end, match.index), kind: undefined });
    pieces.push({ text: match[0], kind: kindOf(match.groups ?? {}) });
    end = match.index + match[0].length;
  }
  if (end < code.length) pieces.push({ text: code.slice(end), kind: undefined });
  return pieces;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): CodePiece['kind'] {
  return (['c', 's', 'k', 'a'] as const).find((kind) => groups[kind] !== undefined);
}
