import { html, nothing } from 'lit/html.js';
import { previewBarMessages } from '../messages/preview-bar.ts';
import type { PreviewBarMessages } from '../messages/preview-bar.ts';
import { accent } from '../styles/accent.ts';
import { contract } from '../styles/contract.ts';
import { controls } from '../styles/controls.ts';
import { frame } from '../styles/frame.ts';
import { previewBar } from '../styles/preview-bar.ts';
import { BansoElement } from './banso-element.ts';
import type { Scene } from './banso-element.ts';
import { fire } from './fire.ts';

/**
 * Says over a page of the customer that a draft is shown in it, and how to leave that; without a name, that its time is over.
 * @fires banso-again - The draft is to be shown as if for the first time.
 * @fires banso-close - The preview is to end.
 * @internal
 */
export class BansoPreviewBar extends BansoElement<PreviewBarMessages> {
  static override styles = [contract, accent, frame, controls, previewBar];
  static override properties = { ...BansoElement.properties, name: {} };
  /** Of the content, as its team calls it. */
  declare name: string;

  constructor() {
    super(previewBarMessages);
    this.name = '';
  }

  protected override draw({ texts }: Scene<PreviewBarMessages>): unknown {
    const button = (label: string, event: string) => html`
      <button type="button" class="quiet" @click=${() => fire(this, event)}>${label}</button>`;
    const about = html`<b>${texts.preview}</b> · <span dir="auto">${this.name}</span> · ${texts.safe}`;
    return html`
      <div class="bar pv" role="region" aria-label=${texts.preview}>
        <div class="s" role="status">${this.name ? about : texts.over}</div>
        ${this.name ? button(texts.again, 'banso-again') : nothing}
        ${button(this.name ? texts.end : texts.close, 'banso-close')}
      </div>`;
  }
}
