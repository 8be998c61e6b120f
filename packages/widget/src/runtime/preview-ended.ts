import '../elements/banso-preview-bar.define.ts';
import { StandIn } from '../stand-in-controller.ts';
import type { Link } from './link.ts';
import { canRender } from './trusted-types.ts';

/** Says that the time of a preview is over, beside what the page shows without it. */
export function showPreviewEnded(link: Link): void {
  if (!canRender()) return;
  const bar = document.createElement('banso-preview-bar');
  bar.controller = new StandIn({ contents: [], locale: link.locale() });
  bar.addEventListener('banso-close', () => bar.remove());
  document.body.append(bar);
}
