import { TextArea, type TextAreaProps } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { useLoaded } from '../frame/use-loaded.ts';

const loadBar = () => import('./markdown-bar.tsx').then((part) => part.MarkdownBar);

/** Text in the Markdown subset of the widget. The buttons for its marks come after it; without them one can write all the same. */
export function MarkdownArea(props: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const bar = useLoaded(loadBar);
  const Bar = bar.status === 'ready' ? bar.value : undefined;
  return (
    <div class="md">
      {Bar ? <Bar area={() => area.current} /> : <div class="md-bar" />}
      <TextArea
        {...props}
        areaRef={(element) => {
          area.current = element;
        }}
      />
    </div>
  );
}
