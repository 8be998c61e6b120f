import type { WidgetState } from '../controller.ts';
import { offers } from './offers.ts';

/** What the panel shows. */
export type View =
  | { at: 'home' | 'checklists' | 'messages' | 'preferences' }
  | { at: 'checklist' | 'survey' | 'announcement'; id: string }
  /** `reading`: id of the resource that is open; empty: the list. */
  | { at: 'resources'; reading: string };

/** The view that a target names: a section, or a content by id or slug. Home for anything else. */
export function viewOf(state: WidgetState, target: string | undefined): View {
  if (target === 'preferences' || (target === 'messages' && state.messages)) return { at: target };
  if (target === 'resources') return { at: 'resources', reading: '' };
  if (target === 'checklists') {
    const [only, another] = offers(state, 'checklist');
    return only && !another ? { at: 'checklist', id: only.id } : { at: 'checklists' };
  }
  const content = Object.values(state.contents).find(({ id, slug }) => id === target || slug === target);
  if (content?.kind === 'resource') return { at: 'resources', reading: content.id };
  const offered =
    state.progress[content?.id ?? ''] ?? state.show.find(({ contentId }) => contentId === content?.id);
  // A checklist or an announcement can be for others.
  return content && (offered || content.kind === 'survey')
    ? { at: content.kind, id: content.id }
    : { at: 'home' };
}

export const sameView = (a: View, b: View): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One thing, opened from a section: it has a way back instead of the tabs. */
export const isInside = (view: View): boolean =>
  'id' in view || /^(m|p)/.test(view.at) || ('reading' in view && !!view.reading);
