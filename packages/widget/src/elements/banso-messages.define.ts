import { BansoMessages } from './banso-messages.ts';

if (!customElements.get('banso-messages')) customElements.define('banso-messages', BansoMessages);

declare global {
  interface HTMLElementTagNameMap {
    'banso-messages': BansoMessages;
  }
}
