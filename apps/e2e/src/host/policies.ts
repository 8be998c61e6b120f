import { NONCE } from './host-html.ts';

/** Content security policies of host pages under which the widget works fully. */
export type PolicyName = 'none' | 'strict' | 'trusted-types';

/**
 * The policy's text.
 * @param url - Origin of the service, which a host with a policy has to name.
 * @returns undefined for a page without one.
 */
export function policyOf(name: PolicyName, url: string): string | undefined {
  const strict = [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${url}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ];
  switch (name) {
    case 'none':
      return undefined;
    case 'strict':
      return strict.join('; ');
    case 'trusted-types':
      return [...strict, "require-trusted-types-for 'script'", 'trusted-types app banso'].join('; ');
    default:
      return name satisfies never;
  }
}
