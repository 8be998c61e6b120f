import { BansoSurvey } from './banso-survey.ts';

if (!customElements.get('banso-survey')) customElements.define('banso-survey', BansoSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'banso-survey': BansoSurvey;
  }
  interface GlobalEventHandlersEventMap {
    'banso-answer': CustomEvent<{
      contentId: string;
      question: string;
      value: number | string | readonly string[] | null;
      other?: string;
    }>;
    'banso-close': CustomEvent;
  }
}
