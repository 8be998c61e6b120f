import { LocaleTabs, Switch } from '@banso/ui';

import { bodyOf } from '@banso/domain/content';
import { completeness } from '@banso/domain/translation';
import { useEffect, useState } from 'preact/hooks';
import { useUrlState } from '../../../data/url-state.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { useEditor } from '../frame/editor-context.ts';
import { usePublished } from '../frame/use-published.ts';
import { type TranslationGroup, translationGroups } from '../model/translation-rows.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { AddLanguage } from './add-language.tsx';
import { FileMenu } from './file-menu.tsx';
import { TranslationTable } from './translation-table.tsx';

/** Every text of the content in its default language and in another one, side by side. */
export function LanguagesTab() {
  const texts = wordsOf('languages');
  const { model, place, go, readOnly } = useEditor();
  const draft = model.draft.value;
  const others = draft.locales.filter((locale) => locale !== draft.defaultLocale);
  const target = others.find((locale) => locale === place.locale) ?? others[0];
  const published = usePublished(model).version;
  const groups = translationGroups(
    model.kind,
    draft,
    published && bodyOf(published.draft, place.variant ?? null),
    target,
  );
  /** Paths that were open when the filter was put on: what is written since then stays where it is. */
  const [filter, setFilter] = useState<{ locale: string; paths: ReadonlySet<string> }>();
  const shown = filter && filter.locale === target ? only(groups, filter.paths) : groups;
  const open = openPaths(groups);
  useArrival(target);
  const counts = completeness(model.kind, draft, others);

  return (
    <div class="tabp langs-p">
      <div class="row wrap">
        <p class="grow muted">{texts.about(formatLanguage(draft.defaultLocale))}</p>
        {target !== undefined && <FileMenu locale={target} />}
        {!readOnly && <AddLanguage />}
      </div>
      {target !== undefined && (
        <div class="row wrap langs-bar">
          {others.length > 1 && (
            <LocaleTabs
              label={texts.target}
              value={target}
              onChange={(locale) => go({ locale })}
              locales={counts.map(({ locale, written, total }) => ({
                tag: locale,
                name: formatLanguage(locale),
                missing: total - written,
              }))}
            />
          )}
          <Switch
            label={texts.onlyOpen(open.size)}
            checked={filter?.locale === target}
            onChange={(on) => setFilter(on ? { locale: target, paths: open } : undefined)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p class="muted" role="status">
          {texts.nothingOpen}
        </p>
      ) : (
        <TranslationTable
          groups={shown}
          locales={target === undefined ? [draft.defaultLocale] : [draft.defaultLocale, target]}
        />
      )}
    </div>
  );
}

/** Who comes from the list of everything that is open stands in the field that they chose: `?field=steps.0.title`. */
function useArrival(locale: string | undefined): void {
  const [{ field }, change] = useUrlState();
  useEffect(() => {
    if (field === undefined || locale === undefined) return;
    const found = document.querySelector<HTMLElement>(
      `[data-path="${CSS.escape(field)}"][lang="${CSS.escape(locale)}"]`,
    );
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
    change({ field: undefined });
  }, [field, locale]);
}

const openPaths = (groups: readonly TranslationGroup[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ rows }) => rows.filter(({ open }) => open).map(({ path }) => path)));

function only(groups: readonly TranslationGroup[], paths: ReadonlySet<string>): TranslationGroup[] {
  return groups
    .map(({ id, rows }) => ({ id, rows: rows.filter(({ path }) => paths.has(path)) }))
    .filter(({ rows }) => rows.length > 0);
}
