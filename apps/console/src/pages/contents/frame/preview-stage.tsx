import type { PublishedContent, widgetApi } from '@banso/contract';
import { Skeleton } from '@banso/ui';
import type { mountPreview, Preview } from '@banso/widget/preview';
import { useEffect, useRef, useState } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { publishTexts } from '../texts/publish.ts';

/** Props of {@link PreviewStage}. */
export interface PreviewStageProps {
  content: PublishedContent;
  locale: string;
  theme: widgetApi.Theme;
  scheme: 'light' | 'dark';
  progress: widgetApi.Progress | undefined;
}

type Widget =
  | { status: 'loading' }
  | { status: 'failed'; content: PublishedContent }
  | { status: 'ready'; mount: typeof mountPreview };

/** The widget itself, drawn into the page; its code is loaded only when a preview is on the screen. */
export function PreviewStage({ content, locale, theme, scheme, progress }: PreviewStageProps) {
  const texts = textsOf(publishTexts);
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | undefined>(undefined);
  const [widget, setWidget] = useState<Widget>({ status: 'loading' });
  // Code that did not arrive is asked for again with the next change of the draft.
  const wanted = widget.status === 'loading' || (widget.status === 'failed' && widget.content !== content);

  useEffect(() => {
    if (!wanted) return;
    import('@banso/widget/preview').then(
      (module) => setWidget({ status: 'ready', mount: module.mountPreview }),
      () => setWidget({ status: 'failed', content }),
    );
  }, [wanted, content]);

  useEffect(() => {
    if (!host.current || widget.status !== 'ready') return;
    const options = { content, locale, theme, scheme, ...(progress && { progress }) };
    if (preview.current) preview.current.update(options);
    else preview.current = widget.mount(host.current, options);
  }, [widget, content, locale, theme, scheme, progress]);

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
            <p class="muted pv-none">{texts.previewFailed}</p>
          )}
        </div>
      )}
      <div class="pv-host" ref={host} lang={content.lang} hidden={widget.status !== 'ready'} />
    </>
  );
}
