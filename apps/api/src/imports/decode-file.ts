import type { ENCODINGS } from '@banso/contract/history';

/** How a file was written. */
export type FileEncoding = (typeof ENCODINGS)[number];

/** A file as text, and how it was read. */
export interface DecodedFile {
  text: string;
  encoding: FileEncoding;
}

/**
 * The text of a file that a spreadsheet saved: UTF-8, or by their marks UTF-16, or what Excel writes in Japan and Korea where nobody
 * chooses otherwise. `euc-kr` is read as its superset CP949, as everywhere on the web.
 *
 * @param chosen - What somebody knows better.
 * @returns undefined when the file is not of the chosen encoding, or no text.
 */
export function decodeFile(bytes: Uint8Array, chosen?: FileEncoding): DecodedFile | undefined {
  for (const encoding of chosen ? [chosen] : likely(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: FileEncoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // it is something else
  }
}

/** What a file may be, the likeliest first. */
function likely(bytes: Uint8Array): FileEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const [japanese, korean] = signsOf(bytes);
  const eastern: FileEncoding[] = japanese >= korean ? ['shift_jis', 'euc-kr'] : ['euc-kr', 'shift_jis'];
  return japanese + korean === 0 ? ['utf-8', 'windows-1252'] : ['utf-8', ...eastern, 'windows-1252'];
}

/**
 * How many characters look Japanese in Shift_JIS, whose kana and most frequent characters begin with bytes from 0x81 to 0x9F, and how
 * many look Korean, whose syllables have two bytes from 0xA1 on.
 */
function signsOf(bytes: Uint8Array): [japanese: number, korean: number] {
  let [japanese, korean] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 1_000_000); at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (lead >= 0x81 && lead <= 0x9f && trail >= 0x40) japanese += 1;
    else if (lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1) korean += 1;
    at += 1;
  }
  return [japanese, korean];
}
