import { BansoResources } from './banso-resources.ts';

if (!customElements.get('banso-resources')) customElements.define('banso-resources', BansoResources);

declare global {
  interface HTMLElementTagNameMap {
    'banso-resources': BansoResources;
  }
  interface GlobalEventHandlersEventMap {
    'banso-read': CustomEvent<{ contentId: string }>;
  }
}
