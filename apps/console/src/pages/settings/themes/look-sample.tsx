import type { PublishedChecklist, PublishedSurvey, widgetApi } from '@banso/contract';
import type { mountPreview as MountPreview, Preview } from '@banso/widget/preview';
import { Button, RadioSegment, Skeleton } from '@banso/ui';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { language } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useLoaded } from '../../contents/frame/use-loaded.ts';
import { themeTexts } from './texts.ts';

const loadWidget = () => import('@banso/widget/preview');

/**
 * The widget with a look, a checklist, a survey or the launcher of it, in the light and in the dark scheme.
 * @param theme - The same object as long as nothing of it changes.
 */
export function LookSample({ theme }: { theme: widgetApi.Theme }) {
  const texts = textsOf(themeTexts);
  const widget = useLoaded(loadWidget);
  const [surface, setSurface] = useState<Surface>('checklist');
  if (widget.status === 'failed')
    return (
      <p class="muted">
        {texts.previewFailed}{' '}
        <Button variant="ghost" small onClick={widget.retry}>
          {texts.retry}
        </Button>
      </p>
    );
  if (widget.status === 'loading') return <Skeleton shape="cards" count={1} />;
  const schemes = theme.scheme === 'light' || theme.scheme === 'dark' ? [theme.scheme] : SCHEMES;
  return (
    <figure class="look-samples" aria-label={texts.preview}>
      <RadioSegment
        label={texts.surface}
        value={surface}
        onChange={setSurface}
        options={SURFACES.map((each) => ({ value: each, label: texts.surfaces[each] }))}
      />
      {schemes.map((scheme) => (
        <Sample
          key={`${scheme} ${surface}`}
          surface={surface}
          scheme={scheme}
          theme={theme}
          mount={widget.value.mountPreview}
        />
      ))}
    </figure>
  );
}

const SCHEMES = ['light', 'dark'] as const;
const SURFACES = ['checklist', 'survey', 'launcher'] as const;
type Surface = (typeof SURFACES)[number];

function Sample(props: {
  surface: Surface;
  scheme: 'light' | 'dark';
  theme: widgetApi.Theme;
  mount: typeof MountPreview;
}) {
  const { surface, scheme, theme, mount } = props;
  const texts = textsOf(themeTexts);
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | undefined>(undefined);
  const content = useMemo(
    () => (surface === 'survey' ? sampleSurvey() : sampleChecklist()),
    [language.value],
  );
  useEffect(() => {
    if (!host.current) return;
    const options = {
      content,
      locale: language.value,
      theme,
      scheme,
      progress: PROGRESS,
      ...(surface === 'launcher' && { surface }),
    };
    if (preview.current) preview.current.update(options);
    else preview.current = mount(host.current, options);
  }, [theme, content]);
  useEffect(() => () => preview.current?.destroy(), []);
  return (
    <div class={`look-${scheme}`}>
      <figcaption>{scheme === 'light' ? texts.onLight : texts.onDark}</figcaption>
      <div ref={host} lang={language.value} inert />
    </div>
  );
}

/** A checklist in the language of the console. */
function sampleChecklist(): PublishedChecklist {
  const { sample } = textsOf(themeTexts);
  const step = (key: string, title: string, body = '') => ({
    key,
    title,
    body: body ? [{ type: 'paragraph' as const, of: [{ type: 'text' as const, text: body }] }] : [],
    action: key === 'invite' ? { label: sample.action, url: '/' } : null,
    manual: true,
    optional: false,
    owner: 'customer' as const,
  });
  return {
    kind: 'checklist',
    id: 'chk_sample',
    slug: 'sample',
    version: 1,
    lang: language.value,
    title: sample.title,
    intro: [],
    steps: [
      step('import', sample.done),
      step('invite', sample.current, sample.text),
      step('share', sample.locked),
    ],
    progressOf: 'contact',
    celebration: '',
  };
}

/** One question, of recommendation. */
function sampleSurvey(): PublishedSurvey {
  const { question: text, low, high } = textsOf(themeTexts);
  const none = { detractor: '', passive: '', promoter: '' };
  return {
    kind: 'survey',
    id: 'srv_sample',
    slug: 'sample',
    version: 1,
    lang: language.value,
    title: '',
    questions: [{ key: 'nps', type: 'nps', text, required: false, labels: { low, high } }],
    followUps: { detractor: null, passive: null, promoter: null },
    endings: none,
  };
}

const PROGRESS: widgetApi.Progress = {
  steps: [
    { key: 'import', state: 'done', current: false, lockedBy: [] },
    { key: 'invite', state: 'open', current: true, lockedBy: [] },
    { key: 'share', state: 'locked', current: false, lockedBy: ['invite'] },
  ],
  done: 1,
  total: 3,
};
