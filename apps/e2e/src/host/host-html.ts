/** What a host page is made of. */
export interface HostPage {
  /** The snippet; undefined: the page as it is without us. */
  snippet?: Snippet | undefined;
  /** Content security policy. A nonce in it is put on every script of the page. */
  policy?: string | undefined;
  /** More markup in the page's main part. */
  body?: string;
}

/** What a customer pastes into their pages. */
export interface Snippet {
  /** Origin of the service. */
  url: string;
  key: string;
  /** Commands for `banso.push`, as the page's own script gives them. */
  commands?: readonly (readonly unknown[])[];
  /** More attributes of the script element. */
  attributes?: string;
}

/** Nonce of every page that has one: a test needs no secret. */
export const NONCE = 'r4nd0m';

const escaped = (json: string): string => json.replaceAll('<', '\\u003c');

function scripts({ url, key, commands = [], attributes = '' }: Snippet, nonce: string): string {
  const pushed = escaped(commands.map((command) => JSON.stringify(command)).join(', '));
  return `<script${nonce}>window.banso = window.banso || [];</script>
<script async src="${url}/w/banso.js" data-key="${key}" ${attributes}${nonce}></script>
<script${nonce}>banso.push(${pushed});</script>`;
}

/** The page as its server sends it. */
export function hostHtml({ snippet, policy, body = '' }: HostPage): string {
  const nonce = policy?.includes(`'nonce-${NONCE}'`) ? ` nonce="${NONCE}"` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Notes</title>
<link rel="stylesheet" href="/host.css">
${snippet ? scripts(snippet, nonce) : ''}
</head>
<body>
<header><nav aria-label="Product"><a href="#notes">Notes</a></nav></header>
<main id="notes">
<h1>Notes</h1>
<p>A page of a product that is not ours.</p>
<button type="button">Write a note</button>
${body}
</main>
</body>
</html>`;
}
