import type { ContentKind } from '@banso/domain/content';
import { asVariant } from '@banso/domain/content';
import { withValueAt } from '@banso/domain/editing';
import type { VariantKey } from '@banso/domain/experiment';
import { computed } from '@preact/signals';
import type { Draft } from './content-draft.ts';
import type { DraftProblem } from './draft-problems.ts';
import type { EditorModel } from './editor-model.ts';

/**
 * The editor of one variant, for forms that know of none: its body stands in the place of the base, and problems of others are not told.
 * Saving, undoing and publishing are the content's.
 */
export function variantModel<K extends ContentKind>(model: EditorModel<K>, key: VariantKey): EditorModel<K> {
  const prefix = `variants.${key}.`;
  const draft = computed(() => alone(model.draft.value, key));
  const editBody: EditorModel<K>['editBody'] = (change) =>
    model.edit((now) => {
      const was = now.variants?.[key];
      const body = was && change(was);
      return body === was ? now : { ...now, variants: { ...now.variants, [key]: body } };
    });
  const problems = computed(() => model.problems.value.flatMap((one) => ownProblem(one, prefix)));
  return {
    ...model,
    draft,
    problems,
    blocking: computed(() => problems.value.filter(({ stops }) => stops !== 'translation')),
    untranslated: computed(() => problems.value.filter(({ stops }) => stops === 'translation')),
    edit: (change) =>
      model.edit((now) => {
        const before = alone(now, key);
        const { body, locales, defaultLocale } = change(before);
        if (body === before.body && locales === now.locales && defaultLocale === now.defaultLocale)
          return now;
        return { ...now, locales, defaultLocale, variants: { ...now.variants, [key]: body } };
      }),
    editBody,
    setText: (path, locale, text) => editBody((body) => withValueAt(body, `${path}.${locale}`, text)),
  };
}

/** Without the experiment, whose variants this draft does not have. */
function alone<K extends ContentKind>(draft: Draft<K>, key: VariantKey): Draft<K> {
  const { experiment: _, ...delivery } = draft.delivery;
  return { ...asVariant<K, Draft<K>>(draft, key), delivery };
}

function ownProblem(problem: DraftProblem, prefix: string): DraftProblem[] {
  const { path } = problem;
  if (path.startsWith(prefix)) return [{ ...problem, path: path.slice(prefix.length) }];
  return path.startsWith('delivery.') || path === 'locales' || path === 'defaultLocale' ? [problem] : [];
}
