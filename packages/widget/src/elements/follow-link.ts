import { safeHref } from '@banso/domain/text';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Controller } from '../controller.ts';
import { fire } from './fire.ts';

/**
 * A link that the runtime follows, so that a path of the same site stays in this tab; with a modifier key the browser does.
 * `undefined` when the address is not one that we link to.
 * @param clicked - Told before the link is followed.
 */
export function followLink(
  source: Controller | undefined,
  url: string,
  look: string,
  content: unknown,
  clicked?: () => void,
): TemplateResult | undefined {
  const href = safeHref(url);
  if (href === undefined) return undefined;
  const follow = (event: MouseEvent) => {
    clicked?.();
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    fire(event.currentTarget, 'banso-follow');
    try {
      source?.follow(href);
    } catch {
      // The runtime's mistake is no error of the page.
    }
  };
  return html`<a class=${look} href=${href} rel="noopener" @click=${follow}>${content}</a>`;
}
