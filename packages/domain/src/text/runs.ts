const UNSPACED_LETTERS = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー々〆';
const UNSPACED = new RegExp(`^[${UNSPACED_LETTERS}]`, 'u');
const RUNS = new RegExp(`[${UNSPACED_LETTERS}]+|[^${UNSPACED_LETTERS}]+`, 'gu');

/** A word in pieces, each of unspaced script (Japanese, Chinese, Korean) or of others. */
export function runsOf(word: string): string[] {
  return word.match(RUNS) ?? [];
}

/** Whether a run is of a script in which words are not separated or carry endings. */
export function isUnspacedRun(run: string): boolean {
  return UNSPACED.test(run);
}

/** Every two characters that follow each other. */
export function pairsOf(run: string): string[] {
  const characters = run.match(/./gsu) ?? [];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
