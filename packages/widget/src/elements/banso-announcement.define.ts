import { BansoAnnouncement } from './banso-announcement.ts';

if (!customElements.get('banso-announcement')) customElements.define('banso-announcement', BansoAnnouncement);

declare global {
  interface HTMLElementTagNameMap {
    'banso-announcement': BansoAnnouncement;
  }
}
