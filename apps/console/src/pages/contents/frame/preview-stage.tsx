import type { PublishedContent, widgetApi } from '@banso/contract';
import { mountPreview, type Preview } from '@banso/widget/preview';
import { useEffect, useRef } from 'preact/hooks';

/** Props of {@link PreviewStage}. */
export interface PreviewStageProps {
  content: PublishedContent;
  locale: string;
  theme: widgetApi.Theme;
  scheme: 'light' | 'dark';
  progress: widgetApi.Progress | undefined;
}

/** The widget itself, drawn into the page. Loaded only when a preview is on the screen. */
export function PreviewStage({ content, locale, theme, scheme, progress }: PreviewStageProps) {
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | undefined>(undefined);
  useEffect(() => {
    if (!host.current) return;
    const options = { content, locale, theme, scheme, ...(progress && { progress }) };
    if (preview.current) preview.current.update(options);
    else preview.current = mountPreview(host.current, options);
  }, [content, locale, theme, scheme, progress]);
  useEffect(
    () => () => {
      preview.current?.destroy();
      preview.current = undefined;
    },
    [],
  );
  return <div class="pv-host" ref={host} lang={content.lang} />;
}
