/** A text in pieces: words, and members who are called by their id. */
export type NotePiece = { type: 'words'; text: string } | { type: 'mention'; memberId: string };

const MENTION = /<@(mem_[0-9a-f-]{36})>/g;

/** How a member is called within a text: by id, so that it holds whatever they are named later. */
export const mentionOf = (memberId: string): string => `<@${memberId}>`;

/** The members whom a text calls, each once, in the order of the text. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, id = '']) => id))];
}

/** A text in pieces, in order; none of them is empty. */
export function notePieces(text: string): NotePiece[] {
  const pieces: NotePiece[] = [];
  let at = 0;
  const words = (to: number) => {
    if (to > at) pieces.push({ type: 'words', text: text.slice(at, to) });
  };
  for (const found of text.matchAll(MENTION)) {
    words(found.index);
    pieces.push({ type: 'mention', memberId: found[1] ?? '' });
    at = found.index + found[0].length;
  }
  words(text.length);
  return pieces;
}

/** A text as it is read where nothing can be pressed: members by name with an @ in front. */
export function spokenNote(text: string, nameOf: (memberId: string) => string | undefined): string {
  return notePieces(text)
    .map((piece) => (piece.type === 'words' ? piece.text : `@${nameOf(piece.memberId) ?? '…'}`))
    .join('');
}
