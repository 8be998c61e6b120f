import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { Controller } from '../controller.ts';
import { fire } from './fire.ts';

/**
 * Addresses that we link to. The service lets no other through when something is published (`safeHref` of the domain); here it is
 * looked once more that nothing runs and nothing is read in another way by the browser.
 */
const SAFE = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))[^\s\\]*$/i;

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
  if (!SAFE.test(url)) return undefined;
  const follow = (event: MouseEvent) => {
    clicked?.();
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    fire(event.currentTarget, 'banso-follow');
    try {
      source?.follow(url);
    } catch {
      // The runtime's mistake is no error of the page.
    }
  };
  return html`<a class=${look} href=${url} rel="noopener" @click=${follow}>${content}</a>`;
}
