import type { WidgetState } from '../controller.ts';
import { offers } from './offers.ts';

/** What the panel shows. */
export type View =
  | { at: 'home' | 'checklists' }
  | { at: 'checklist' | 'survey'; id: string }
  /** `reading`: id of the resource that is open; empty: the list. */
  | { at: 'resources'; reading: string };

/** The view that a target names: a section, or a content by id or slug. Home for anything else. */
export function viewOf(state: WidgetState, target: string | undefined): View {
  if (target === 'resources') return { at: 'resources', reading: '' };
  if (target === 'checklists') {
    const [only, ...others] = offers(state, 'checklist');
    return only && others.length === 0 ? { at: 'checklist', id: only.id } : { at: 'checklists' };
  }
  const content = Object.values(state.contents).find(({ id, slug }) => id === target || slug === target);
  if (!content) return { at: 'home' };
  const offered =
    state.progress[content.id] !== undefined || state.show.some(({ contentId }) => contentId === content.id);
  if (content.kind === 'checklist' && !offered) return { at: 'home' };
  return content.kind === 'resource'
    ? { at: 'resources', reading: content.id }
    : { at: content.kind, id: content.id };
}

export const sameView = (a: View, b: View): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One thing, opened from a section: it has a way back instead of the tabs. */
export const isInside = (view: View): boolean =>
  view.at === 'checklist' || view.at === 'survey' || (view.at === 'resources' && view.reading !== '');
