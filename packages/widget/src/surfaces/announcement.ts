import '../elements/banso-announcement.define.ts';
import type { widgetApi } from '@banso/contract';
import type { Controller, SurveySurface } from '../controller.ts';
import { directionOf } from '../elements/banso-element.ts';
import { mountHost } from './mount-host.ts';
import { painted } from './painted.ts';

/**
 * Shows an announcement by itself, as a bar at the top of the page or as a card in its corner: no focus is taken, screen readers
 * are told politely, and it stays until the person closes it. A bar for which the page makes no room comes as a card.
 */
export function mountAnnouncement(
  controller: Controller,
  contentId: string,
  surface: widgetApi.ShownContent['surface'],
): SurveySurface {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const gone = new AbortController();
  let remove = surface === 'banner' ? pushDown() : float();

  function destroy(): void {
    gone.abort();
    remove();
    resolve();
  }

  function float(): () => void {
    const { element, remove: take } = mountHost('banso-announcement', controller);
    element.content = contentId;
    element.surface = 'popover';
    element.addEventListener('banso-close', destroy);
    void painted().then(() => stayClear(element));
    return take;
  }

  async function stayClear(element: HTMLElement): Promise<void> {
    try {
      const late = await import('../runtime/late.ts');
      if (!gone.signal.aborted) late.stayClear(element, gone.signal);
    } catch {
      // It stands where it stands.
    }
  }

  function pushDown(): () => void {
    const element = document.createElement('banso-announcement');
    element.controller = controller;
    element.content = contentId;
    element.setAttribute('surface', 'banner');
    element.addEventListener('banso-close', destroy);
    const turn = () => {
      element.dir = directionOf(controller.state.locale);
    };
    const stop = controller.subscribe(turn);
    turn();
    document.body.prepend(element);
    // Before the next picture: nobody sees a bar that does not stay.
    void element.updateComplete.then(() => {
      if (gone.signal.aborted || hasRoom(element)) return;
      remove();
      remove = float();
    });
    return () => {
      stop();
      element.remove();
    };
  }

  return { closed, destroy };
}

/** Whether the page lets itself be pushed: it flows, it can be scrolled as far as it got longer, and nothing fixed lies over the bar. */
function hasRoom(element: HTMLElement): boolean {
  const { documentElement: root, body } = document;
  const styles = [root, body].map((one) => getComputedStyle(one));
  if (/flex|grid/.test(styles[1]?.display ?? '')) return false;
  const isCut = styles.some(({ overflowY }) => /hidden|clip/.test(overflowY));
  if (isCut && Math.max(root.scrollHeight, body.scrollHeight) > root.clientHeight) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return there === null || there === element; // null: scrolled out of view
}
