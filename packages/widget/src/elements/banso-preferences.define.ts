import { BansoPreferences } from './banso-preferences.ts';

if (!customElements.get('banso-preferences')) customElements.define('banso-preferences', BansoPreferences);

declare global {
  interface HTMLElementTagNameMap {
    'banso-preferences': BansoPreferences;
  }
  interface GlobalEventHandlersEventMap {
    'banso-preference': CustomEvent<{ asking?: 'usual' | 'less' | 'never'; locale?: string | null }>;
  }
}
