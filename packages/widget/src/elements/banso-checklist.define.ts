import { BansoChecklist } from './banso-checklist.ts';

if (!customElements.get('banso-checklist')) customElements.define('banso-checklist', BansoChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'banso-checklist': BansoChecklist;
  }
  interface GlobalEventHandlersEventMap {
    'banso-step': CustomEvent<{ contentId: string; step: string; done: boolean }>;
    'banso-follow': CustomEvent;
  }
}
