import './banso-checklist.define.ts';
import { BansoPanel } from './banso-panel.ts';

if (!customElements.get('banso-panel')) customElements.define('banso-panel', BansoPanel);

declare global {
  interface HTMLElementTagNameMap {
    'banso-panel': BansoPanel;
  }
}
