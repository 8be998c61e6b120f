import type { ContentKind } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { useEffect, useRef } from 'preact/hooks';
import { useUrlState } from '../../../data/url-state.ts';
import type { EditorModel } from '../model/editor-model.ts';
import { EDITOR_TABS, type EditorPlace } from './editor-context.ts';

/** Where somebody is in an editor, and the ways to other places in it. */
export interface PlaceInEditor {
  place: EditorPlace;
  go: (to: Partial<EditorPlace>) => void;
  goToField: (path: string) => void;
  showField: (path: string) => void;
}

const load = () => import('./after-open.ts');

/** Reads and writes the place in the address. */
export function useEditorPlace<K extends ContentKind>(kind: K, model: EditorModel<K>): PlaceInEditor {
  const [query, change] = useUrlState();
  const { locales, defaultLocale, variants } = model.draft.value;
  const wanted = useRef<() => boolean>(undefined);
  const { variant = '' } = query;

  const place: EditorPlace = {
    tab: EDITOR_TABS.find((tab) => tab === query['tab']) ?? 'content',
    locale: locales.find((locale) => locale === query['lang']) ?? defaultLocale,
    step: query['step'],
    variant: variants && Object.hasOwn(variants, variant) ? (variant as VariantKey) : undefined,
  };
  const here = useRef(place);
  here.current = place;
  const go = (to: Partial<EditorPlace>) =>
    change({
      ...('tab' in to && { tab: to.tab === 'content' ? undefined : to.tab }),
      ...('locale' in to && { lang: to.locale === defaultLocale ? undefined : to.locale }),
      ...('step' in to && { step: to.step }),
      ...('variant' in to && { variant: to.variant }),
    });

  useEffect(() => {
    const arrived = () => {
      if (wanted.current?.() === true) wanted.current = undefined;
      return wanted.current === undefined;
    };
    if (arrived()) return undefined;
    // the tab that has the field is still being loaded
    const watch = new MutationObserver(() => arrived() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  });

  const find = async (path: string, wantsFocus: boolean) => {
    const { focusField, isThere, placeOf } = await load();
    const { field, ...at } = placeOf(kind, path, model);
    // a list of steps is beside each of them
    const { step: _, ...around } = at;
    const where = !wantsFocus && path === 'steps' ? around : at;
    if (wantsFocus) wanted.current = () => focusField(field);
    if (!isThere(here.current, where)) go(where);
    // a dialog that is being left has the page inert behind it, and gives the focus back when it is gone
    else
      setTimeout(() => {
        if (wanted.current?.()) wanted.current = undefined;
      });
  };
  return {
    place,
    go,
    goToField: (path) => void find(path, true),
    showField: (path) => void find(path, false),
  };
}
