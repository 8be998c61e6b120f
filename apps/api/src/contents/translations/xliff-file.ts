import { SaxesParser, type SaxesTagNS } from 'saxes';
import { byContent, type TranslatedFile, type TranslatedText, unreadable } from './translated-file.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

/**
 * A file as XLIFF 2.1: a unit for each text, named by its key, and a `file` for each content.
 * @param id - The content, where the texts do not say it themselves.
 */
export function writeXliff(file: TranslatedFile, id: string): string {
  const contents = byContent(file);
  const parts = (contents.size > 0 ? [...contents] : [['', []] as const]).map(([content, texts]) => {
    const units = texts.map(
      ({ key, source, target }, index) =>
        `    <unit id="u${index + 1}" name="${escaped(key)}" xml:space="preserve">
      <segment state="${target === '' ? 'initial' : 'translated'}">
        <source>${escaped(source)}</source>${target === '' ? '' : `\n        <target>${escaped(target)}</target>`}
      </segment>
    </unit>`,
    );
    const name = texts[0]?.content?.name;
    return `  <file id="${escaped(content || id)}"${name === undefined ? '' : ` original="${escaped(name)}"`}>
${units.join('\n')}
  </file>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="${NAMESPACE}" srcLang="${escaped(file.sourceLocale)}" trgLang="${escaped(file.locale)}">
${parts.join('\n')}
</xliff>
`;
}

/** What is no character of XML 1.0 has an element of its own; line ends that a reader would change are references. */
// oxlint-disable-next-line no-control-regex
const SPECIAL = /[&<>"\r]|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string =>
  text.replace(
    SPECIAL,
    (character) =>
      REFERENCES[character] ??
      `<cp hex="${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
  );

/**
 * Reads XLIFF 2.x and 1.2. Nothing outside of the file is ever read: a document type is refused, and with it every entity
 * but the five of XML.
 * @throws {AppError} `invalid` with the line.
 */
export function readXliff(text: string): TranslatedFile {
  const reading = new Reading();
  const parser = new SaxesParser({ xmlns: true, position: true });
  const refuse = (message: string) => {
    throw unreadable(message, parser.line);
  };
  parser.on('doctype', () => refuse('a document type is not accepted'));
  parser.on('error', ({ message }) => refuse(message.replace(/^\d+:\d+: /, '')));
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', (tag) => reading.close(tag));
  parser.on('text', (words) => reading.add(words));
  parser.on('cdata', (words) => reading.add(words));
  parser.write(text).close();
  if (!reading.isXliff) refuse('this is no XLIFF');
  return reading.file();
}

/** What has been read so far. Elements inside a source or target (marks, placeholders) are seen through to their words. */
class Reading {
  isXliff = false;
  #locales: [source: string, target: string] = ['', ''];
  readonly #texts: TranslatedText[] = [];
  #content: TranslatedText['content'];
  #unit: TranslatedText | undefined;
  #into: 'source' | 'target' | undefined;

  open(tag: SaxesTagNS): void {
    const given = (...names: string[]) =>
      names.map((name) => tag.attributes[name]?.value).find((value) => value !== undefined);
    switch (tag.local) {
      case 'xliff':
        this.isXliff = true;
        this.#locales = [given('srcLang') ?? '', given('trgLang') ?? ''];
        return;
      case 'file':
        this.#locales = [
          given('source-language') ?? this.#locales[0],
          given('target-language') ?? this.#locales[1],
        ];
        this.#content = { id: given('id', 'original') ?? '', name: given('original') ?? '' };
        return;
      case 'unit':
      case 'trans-unit':
        this.#unit = {
          content: this.#content,
          key: given('name', 'resname', 'id') ?? '',
          source: '',
          target: '',
        };
        return;
      case 'source':
      case 'target':
        // Not those of a suggestion beside the unit's own.
        if (this.#unit && !this.#isAside) this.#into = tag.local;
        return;
      case 'matches':
      case 'alt-trans':
        this.#isAside = true;
        return;
      case 'cp':
        this.add(String.fromCodePoint(Math.min(Number.parseInt(given('hex') ?? '', 16) || 0, 0xffff)));
    }
  }
  #isAside = false;

  close({ local }: SaxesTagNS): void {
    if (local === 'source' || local === 'target') this.#into = undefined;
    if (local === 'matches' || local === 'alt-trans') this.#isAside = false;
    if ((local === 'unit' || local === 'trans-unit') && this.#unit) {
      this.#texts.push(this.#unit);
      this.#unit = undefined;
    }
  }

  add(words: string): void {
    if (this.#unit && this.#into) this.#unit[this.#into] += words;
  }

  file(): TranslatedFile {
    const [sourceLocale, locale] = this.#locales;
    return { sourceLocale, locale, texts: this.#texts };
  }
}
