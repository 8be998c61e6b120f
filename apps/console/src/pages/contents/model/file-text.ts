/** What spreadsheets write where people do not choose UTF-8, by the language of the text. */
const LEGACY: Readonly<Record<string, string>> = { ja: 'shift_jis', ko: 'euc-kr' };

/**
 * The text of a file that a spreadsheet may have saved: UTF-8, UTF-16 with its mark, or else the old encoding of the language.
 * @param locale - The language that is translated into.
 */
export function fileText(bytes: Uint8Array<ArrayBuffer>, locale: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // no UTF-8: whatever is not of the old encoding either becomes a sign that everybody can see
    return new TextDecoder(LEGACY[locale.split('-')[0] ?? ''] ?? 'windows-1252').decode(bytes);
  }
}
