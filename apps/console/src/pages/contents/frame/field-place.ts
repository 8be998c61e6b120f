import { bodyOf, type ContentKind } from '@banso/domain/content';
import { valueAt } from '@banso/domain/editing';
import { VARIANTS } from '@banso/domain/experiment';
import type { EditorModel } from '../model/editor-model.ts';
import type { EditorPlace } from './editor-context.ts';

/** Where a field of the draft is; what is absent stays as it is. */
export type Target = { field: string } & Partial<EditorPlace> & Pick<EditorPlace, 'tab'>;

/** Whether somebody is where the field is. */
export function isThere(place: EditorPlace, where: Omit<Target, 'field'>): boolean {
  return (Object.keys(where) as (keyof typeof where)[]).every((key) => place[key] === where[key]);
}

/** On which tab, in which variant, language and step a field of the draft is. */
export function placeOf<K extends ContentKind>(kind: K, path: string, model: EditorModel<K>): Target {
  if (path.startsWith('delivery.audience')) return { field: path, tab: 'audience' };
  if (/^delivery\.(experiment|everyone)/.test(path)) return { field: path, tab: 'experiment' };
  if (path === 'delivery' || path.startsWith('delivery.')) return { field: path, tab: 'delivery' };
  if (path === 'locales' || path === 'defaultLocale') return { field: path, tab: 'languages' };
  if (/^variants(\.\w)?$/.test(path)) return { field: 'delivery.experiment', tab: 'experiment' };
  const draft = model.draft.peek();
  const [, key, inside = path] = /^variants\.(\w)\.(.*)/.exec(path) ?? [];
  const variant = VARIANTS.find((each) => each === key);
  const end = inside.lastIndexOf('.');
  const locale = draft.locales.find((each) => each === inside.slice(end + 1));
  const field = locale === undefined ? inside : inside.slice(0, end);
  const [head, index] = inside.split('.');
  const step =
    kind === 'checklist' && head === 'steps' && index !== undefined
      ? valueAt(bodyOf(draft, variant ?? null), `steps.${index}.key`)
      : undefined;
  return {
    field,
    tab: 'content',
    ...(draft.variants && { variant }),
    ...(kind === 'checklist' && { step: typeof step === 'string' ? step : undefined }),
    ...(locale !== undefined && { locale }),
  };
}

/** Puts the focus into the field at a path, or into the one that holds it. */
export function focusField(path: string): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (!field) continue;
    const control = field.matches('input, textarea, select, button, a')
      ? field
      : field.querySelector<HTMLElement>('input, textarea, select, button');
    (control ?? field).focus();
    field.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
