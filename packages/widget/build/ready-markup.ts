import { _$LH } from 'lit/html.js';

/** The door that Lit keeps for its own renderer of servers: under these names while developing, else under a letter each. */
const door = _$LH as unknown as Readonly<Record<string, unknown>>;
const MARKER = String(door['_marker'] ?? door['P']);
const SUFFIX = String(door['_boundAttributeSuffix'] ?? door['M']);
const getTemplateHtml = (door['_getTemplateHtml'] ?? door['L']) as (
  strings: readonly string[],
  type: 1,
) => [markup: unknown, attributes: readonly string[]];

/** What stands for a value: in an attribute, and between elements an empty comment. */
const IN_ATTRIBUTE = '$';
const BETWEEN = '<!>';

/**
 * The markup that Lit makes of a template before it is first drawn, made in the build by Lit's own function: one text, with
 * signs where the values go.
 * @param pieces - The texts around the values.
 * @throws {Error} when a value stands where Lit as we ship it (`lit-as-guest.ts`) puts none, or a text has such a sign itself.
 */
export function readyMarkup(pieces: readonly string[]): string {
  const refuse = (why: string): never => {
    throw new Error(`${why}: ${pieces.join('${…}')}`);
  };
  if (/\$|<[!?]/.test(pieces.join(''))) refuse('A template has no $ and no comments');
  const [made, names] = getTemplateHtml(Object.assign([...pieces], { raw: pieces }), 1);
  if (names.some((name) => /[A-Z]/.test(name))) refuse('Names of attributes are in lower case');
  const markup = String(made)
    .replaceAll(`<?${MARKER}>`, BETWEEN)
    .replaceAll(`${SUFFIX}=`, '=')
    .replaceAll(MARKER, IN_ATTRIBUTE);
  const bare = markup.replace(/ [^\s=>"]+=("[^"]*"|[^\s">]*)/g, '');
  if (bare.includes(IN_ATTRIBUTE) || /<(script|style|textarea|title)\b[^>]*><!/.test(markup))
    refuse('A value stands in an attribute or between elements');
  return markup;
}
