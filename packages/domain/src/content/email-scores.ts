/** The row of scores of an e-mail: each a link of its own. */
export interface EmailScores {
  /** Language of the question. */
  lang: string;
  dir: 'ltr' | 'rtl';
  question: string;
  scores: readonly number[];
  low: string;
  high: string;
  /** The person's address, or the merge tag in which the sender puts it. */
  link: string;
  /** A hex colour. */
  accent: string;
}

/** Where a click on one score leads. */
export const scoreHref = (link: string, score: number): string => `${link}?score=${score}`;

/**
 * The question with its scores as HTML for an e-mail: a table and styles in place, which is what mail programs draw, and neither script
 * nor picture. What is said is text; the link stands as it is given, so that a merge tag stays one.
 */
export function emailScoresHtml(of: EmailScores): string {
  const { lang, dir, question, scores, low, high, link, accent } = of;
  const cell = (score: number) =>
    `<td style="padding:2px"><a href="${attribute(scoreHref(link, score))}" style="display:block;min-width:28px;padding:10px 4px;border:1px solid ${accent};border-radius:6px;color:${accent};font:600 15px/20px Arial,sans-serif;text-align:center;text-decoration:none">${score}</a></td>`;
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const half = Math.floor(scores.length / 2);
  const label = (text: string, columns: number, align: string) =>
    `<td colspan="${columns}" style="padding:4px 2px;color:#555555;font:13px/18px Arial,sans-serif;text-align:${align}">${escaped(text)}</td>`;
  return [
    `<table role="presentation" lang="${attribute(lang)}" dir="${dir}" cellpadding="0" cellspacing="0" style="border-collapse:separate">`,
    `  <tr><td colspan="${scores.length}" style="padding:4px 2px 12px;color:#1d222b;font:600 16px/24px Arial,sans-serif;text-align:${start}">${escaped(question)}</td></tr>`,
    `  <tr>${scores.map(cell).join('')}</tr>`,
    `  <tr>${label(low, half, start ?? 'left')}${label(high, scores.length - half, end ?? 'right')}</tr>`,
    '</table>',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;');
