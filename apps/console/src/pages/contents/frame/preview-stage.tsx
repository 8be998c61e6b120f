import type { PublishedContent, widgetApi } from '@banso/contract';
import { Skeleton } from '@banso/ui';
import type { Preview } from '@banso/widget/preview';
import { useEffect, useRef } from 'preact/hooks';
import { wordsOf } from '../texts/editor-words.ts';
import { useLoaded } from './use-loaded.ts';

/** Props of {@link PreviewStage}. */
export interface PreviewStageProps {
  content: PublishedContent;
  locale: string;
  theme: widgetApi.Theme;
  scheme: 'light' | 'dark';
  progress: widgetApi.Progress | undefined;
}

const loadWidget = () => import('@banso/widget/preview');

/** The widget itself, drawn into the page; its code is loaded only when a preview is on the screen. */
export function PreviewStage({ content, locale, theme, scheme, progress }: PreviewStageProps) {
  const texts = wordsOf('publish');
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | undefined>(undefined);
  const widget = useLoaded(loadWidget);
  const isBanner = content.kind === 'announcement' && content.mode === 'banner';

  useEffect(() => {
    if (!host.current || widget.status !== 'ready') return;
    const options = { content, locale, theme, scheme, ...(progress && { progress }) };
    if (preview.current) preview.current.update(options);
    else preview.current = widget.value.mountPreview(host.current, options);
  }, [widget.status, content, locale, theme, scheme, progress]);

  useEffect(
    () => () => {
      preview.current?.destroy();
      preview.current = undefined;
    },
    [],
  );

  return (
    <>
      {widget.status !== 'ready' && (
        <div class="pv-host">
          {widget.status === 'loading' ? (
            <Skeleton shape="cards" count={1} />
          ) : (
            <p class="pv-none">
              <span class="muted">{texts.previewFailed}</span>{' '}
              {widget.status === 'failed' && (
                <button type="button" class="link" onClick={widget.retry}>
                  {wordsOf('editor').retry}
                </button>
              )}
            </p>
          )}
        </div>
      )}
      <div
        class={isBanner ? 'pv-host pv-banner' : 'pv-host'}
        ref={host}
        lang={content.lang}
        hidden={widget.status !== 'ready'}
      />
    </>
  );
}
