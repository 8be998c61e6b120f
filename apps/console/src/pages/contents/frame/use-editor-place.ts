import type { ContentKind } from '@banso/domain/content';
import { useEffect, useRef } from 'preact/hooks';
import { useUrlState } from '../../../data/url-state.ts';
import { valueAt } from '../model/at-path.ts';
import type { EditorModel } from '../model/editor-model.ts';
import { EDITOR_TABS, type EditorPlace, type EditorTab } from './editor-context.ts';

/** Where somebody is in an editor, and the ways to other places in it. */
export interface PlaceInEditor {
  place: EditorPlace;
  go: (to: Partial<EditorPlace>) => void;
  goToField: (path: string) => void;
}

/** Reads and writes the place in the address. */
export function useEditorPlace<K extends ContentKind>(kind: K, model: EditorModel<K>): PlaceInEditor {
  const [query, change] = useUrlState();
  const { locales, defaultLocale } = model.draft.value;
  const wanted = useRef<string | undefined>(undefined);

  const place: EditorPlace = {
    tab: EDITOR_TABS.find((tab) => tab === query['tab']) ?? 'content',
    locale: locales.find((locale) => locale === query['lang']) ?? defaultLocale,
    step: query['step'],
  };
  const go = (to: Partial<EditorPlace>) =>
    change({
      ...('tab' in to && { tab: to.tab === 'content' ? undefined : to.tab }),
      ...('locale' in to && { lang: to.locale === defaultLocale ? undefined : to.locale }),
      ...('step' in to && { step: to.step }),
    });

  useEffect(() => {
    if (wanted.current !== undefined && focusField(wanted.current)) wanted.current = undefined;
  });

  return {
    place,
    go,
    goToField(path) {
      const to = placeOf(kind, path, model);
      wanted.current = to.field;
      const { field: _, ...where } = to;
      if (isThere(place, where)) {
        if (focusField(to.field)) wanted.current = undefined;
      } else go(where);
    },
  };
}

type Target = { field: string; tab: EditorTab; locale?: string; step?: string | undefined };

function isThere(
  place: EditorPlace,
  { tab, locale = place.locale, step = place.step }: Omit<Target, 'field'>,
): boolean {
  return place.tab === tab && place.locale === locale && place.step === step;
}

/** On which tab, in which language and in which step a field of the draft is. */
function placeOf<K extends ContentKind>(kind: K, path: string, model: EditorModel<K>): Target {
  if (path.startsWith('delivery.audience')) return { field: path, tab: 'audience' };
  if (path.startsWith('delivery.')) return { field: path, tab: 'delivery' };
  if (path === 'locales' || path === 'defaultLocale') return { field: path, tab: 'languages' };
  const { locales, body } = model.draft.peek();
  const end = path.lastIndexOf('.');
  const locale = locales.find((each) => each === path.slice(end + 1));
  const field = locale === undefined ? path : path.slice(0, end);
  const [head, index] = path.split('.');
  const key =
    kind === 'checklist' && head === 'steps' && index !== undefined
      ? valueAt(body, `steps.${index}.key`)
      : undefined;
  const step = kind === 'checklist' ? { step: typeof key === 'string' ? key : undefined } : {};
  return { field, tab: 'content', ...step, ...(locale !== undefined && { locale }) };
}

/** Puts the focus into the field at a path, or into the one that holds it. */
function focusField(path: string): boolean {
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
