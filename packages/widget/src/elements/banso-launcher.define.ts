import { BansoLauncher } from './banso-launcher.ts';

if (!customElements.get('banso-launcher')) customElements.define('banso-launcher', BansoLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'banso-launcher': BansoLauncher;
  }
  interface GlobalEventHandlersEventMap {
    'banso-toggle': CustomEvent;
  }
}
