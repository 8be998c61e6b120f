import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { EditorProvider, useEditor } from '../frame/editor-context.ts';
import { variantModel } from '../model/variant-model.ts';

/** The parts of an editor, with one variant in the place of the base. Only where that variant is open. */
export function VariantView({ children }: { children: ComponentChildren }) {
  const editor = useEditor();
  const { variant } = editor.place;
  const model = useMemo(() => variant && variantModel(editor.model, variant), [editor.model, variant]);
  if (!variant || !model) return <>{children}</>;
  const inside = (path: string) =>
    /^(delivery|locales|defaultLocale|variants)\b/.test(path) ? path : `variants.${variant}.${path}`;
  const inVariant = {
    ...editor,
    model,
    goToField: (path: string) => editor.goToField(inside(path)),
    showField: (path: string) => editor.showField(inside(path)),
  };
  return <EditorProvider value={inVariant}>{children}</EditorProvider>;
}
