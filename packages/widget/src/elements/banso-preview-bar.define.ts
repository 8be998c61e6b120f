import { BansoPreviewBar } from './banso-preview-bar.ts';

if (!customElements.get('banso-preview-bar')) customElements.define('banso-preview-bar', BansoPreviewBar);

declare global {
  interface HTMLElementTagNameMap {
    'banso-preview-bar': BansoPreviewBar;
  }
}
