import '../elements/banso-survey.define.ts';
import type { Controller, SurveySurface } from '../controller.ts';
import { mountHost } from './mount-host.ts';

/**
 * Shows a survey in the corner by itself: no focus is taken, screen readers are told politely, and it stays until the person
 * closes it.
 */
export function mountSurvey(controller: Controller, contentId: string): SurveySurface {
  const { element, remove } = mountHost('banso-survey', controller);
  element.content = contentId;
  element.surface = 'popover';
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const destroy = () => {
    remove();
    resolve();
  };
  element.addEventListener('banso-close', destroy);
  return { closed, destroy };
}
