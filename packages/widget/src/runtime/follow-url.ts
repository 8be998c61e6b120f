const SAFE = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * Follows a link of a step or resource: pages of this site in this tab, others in a new one that cannot reach back. An address
 * of any other kind is not followed.
 */
export function followUrl(url: string): void {
  const target = new URL(url, document.baseURI);
  if (!SAFE.includes(target.protocol)) return;
  if (target.origin === location.origin || !target.protocol.startsWith('http')) location.assign(target);
  else open(target, '_blank', 'noopener');
}
