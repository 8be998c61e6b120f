/** One piece of a mail, from top to bottom. */
export type MailBlock =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string; url?: string | undefined }
  /** What somebody wrote, as they wrote it. */
  | { type: 'quote'; text: string; by: string }
  /** Something and its value; with a note below, and a link where it leads somewhere. */
  | { type: 'facts'; rows: readonly MailFact[] }
  | { type: 'button'; label: string; url: string };

export interface MailFact {
  label: string;
  value: string;
  note?: string | undefined;
  url?: string | undefined;
}

/** What every mail is made of. All texts are plain: nothing in them is ever read as HTML. */
export interface MailContent {
  locale: string;
  /** In whose name: the team's or the product's. */
  sender: string;
  title: string;
  blocks: readonly MailBlock[];
  /** Why somebody gets this, in small letters. */
  footer: string;
  /** How to get no more of these. */
  unsubscribe?: { label: string; url: string } | undefined;
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|ur|yi)\b/;

const FONT =
  "system-ui,-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP','Apple SD Gothic Neo','Noto Sans KR',sans-serif";
const INK = '#20232b';
const INK_2 = '#545966';
const LINE = '#e2e0dc';
const ACCENT = '#2c5aa8';

/** Dark where the reader's program asks for it; elsewhere the styles of the elements hold. */
const DARK = `@media (prefers-color-scheme:dark){
.page{background:#14161c!important}.card{background:#1b1e26!important;border-color:#333844!important}
.ink{color:#f1efeb!important}.ink2{color:#b9bcc6!important}.line{border-color:#333844!important}
.quote{background:#232732!important}.link{color:#8fb2f0!important}
.button{background:#8fb2f0!important;color:#10131a!important}}`;

/** A mail as text and as HTML that says the same: one column, inline styles, no pictures, nothing that is fetched. */
export function mailBody(content: MailContent): { text: string; html: string } {
  return { text: asText(content), html: asHtml(content) };
}

function asText({ title, blocks, footer, unsubscribe }: MailContent): string {
  const pieces = blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return `\n${block.text}\n${'-'.repeat(Math.min(40, block.text.length))}`;
      case 'paragraph':
        return block.url === undefined ? block.text : `${block.text}\n${block.url}`;
      case 'quote':
        return `${block.by}:\n${block.text.replaceAll(/^/gm, '> ')}`;
      case 'facts':
        return block.rows
          .map(({ label, value, note, url }) =>
            [`${label}: ${value}`, ...(note ? [`  ${note}`] : []), ...(url ? [`  ${url}`] : [])].join('\n'),
          )
          .join('\n');
      case 'button':
        return `${block.label}:\n${block.url}`;
    }
  });
  const end = unsubscribe ? `${footer}\n${unsubscribe.label}: ${unsubscribe.url}` : footer;
  return `${[title, ...pieces].join('\n\n')}\n\n-- \n${end}\n`;
}

function asHtml(content: MailContent): string {
  const { locale, sender, title, blocks, footer, unsubscribe } = content;
  const direction = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
  const small = `font:13px/20px ${FONT};color:${INK_2}`;
  return `<!doctype html>
<html lang="${escaped(locale)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title><style>:root{color-scheme:light dark}${DARK}</style></head>
<body class="page" style="margin:0;background:#f5f4f1">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f4f1"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:start">
<tr><td class="ink2" style="padding:0 4px 12px;font:600 14px/20px ${FONT};color:${INK_2}"><bdi>${escaped(sender)}</bdi></td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid ${LINE};border-radius:16px;padding:28px 28px 20px">
<h1 class="ink" style="margin:0 0 16px;font:650 21px/29px ${FONT};color:${INK}">${escaped(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</td></tr>
<tr><td class="ink2" style="padding:16px 4px 0;${small}">${lines(footer)}${
    unsubscribe
      ? ` <a class="link" href="${escaped(unsubscribe.url)}" style="color:${ACCENT}">${escaped(unsubscribe.label)}</a>`
      : ''
  }</td></tr>
</table></td></tr></table></body></html>`;
}

function blockHtml(block: MailBlock): string {
  switch (block.type) {
    case 'heading':
      return `<h2 class="ink" style="margin:24px 0 8px;font:600 16px/24px ${FONT};color:${INK}">${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p class="ink" style="margin:0 0 14px;font:15px/24px ${FONT};color:${INK}">${linked(block.text, block.url)}</p>`;
    case 'quote':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr><td class="quote" style="background:#f5f4f1;border-radius:10px;padding:14px 16px"><div class="ink2" style="font:600 13px/20px ${FONT};color:${INK_2}"><bdi>${escaped(block.by)}</bdi></div><div class="ink" dir="auto" style="font:15px/24px ${FONT};color:${INK};overflow-wrap:anywhere">${lines(block.text)}</div></td></tr></table>`;
    case 'facts':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${block.rows.map(factHtml).join('')}</table>`;
    case 'button':
      return `<p style="margin:20px 0 12px"><a class="button" href="${escaped(block.url)}" style="display:inline-block;background:${ACCENT};color:#ffffff;border-radius:10px;padding:11px 20px;font:600 15px/22px ${FONT};text-decoration:none">${escaped(block.label)}</a></p>`;
  }
}

function factHtml({ label, value, note, url }: MailFact): string {
  const name = linked(label, url);
  const below = note
    ? `<div class="ink2" style="font:13px/20px ${FONT};color:${INK_2}">${escaped(note)}</div>`
    : '';
  return `<tr><td class="ink line" style="padding:9px 0;border-bottom:1px solid ${LINE};font:15px/22px ${FONT};color:${INK}">${name}${below}</td><td class="ink line" align="end" valign="top" style="padding:9px 0;border-bottom:1px solid ${LINE};font:600 15px/22px ${FONT};color:${INK};text-align:end;white-space:nowrap;padding-inline-start:16px"><bdi>${escaped(value)}</bdi></td></tr>`;
}

const linked = (text: string, url: string | undefined): string =>
  url === undefined
    ? lines(text)
    : `<a class="link" href="${escaped(url)}" style="color:${ACCENT}">${lines(text)}</a>`;

const lines = (text: string): string => escaped(text).replaceAll(/\r?\n/g, '<br>');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
