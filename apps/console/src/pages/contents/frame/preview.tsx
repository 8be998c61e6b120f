import { DarkIcon, DesktopIcon, LightIcon, MobileIcon, RadioSegment, Skeleton, Status } from '@banso/ui';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { scheme as chosenScheme, workspace } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { previewProgress } from '../model/preview-progress.ts';
import { DeliverySummary } from './delivery-summary.tsx';
import { useEditor } from './editor-context.ts';
import { PreviewStage } from './preview-stage.tsx';
import { useRendered } from './use-rendered.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** One object, so that the widget is not drawn anew for a theme that says nothing. */
const NO_THEME = {};

type Device = 'desktop' | 'phone';
type Scheme = 'light' | 'dark';

/** The real widget beside the form, on a computer or a phone, light or dark, in every language of the draft. */
export function Preview() {
  const texts = wordsOf('publish');
  const { model, place } = useEditor();
  const [device, setDevice] = useState<Device>('desktop');
  const [scheme, setScheme] = useState<Scheme>(() =>
    chosenScheme.peek() === 'dark' ||
    (chosenScheme.peek() === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
      ? 'dark'
      : 'light',
  );
  const [locale, setLocale] = useState(place.locale);
  useEffect(() => setLocale(place.locale), [place.locale]);

  const { locales, body } = model.draft.value;
  const shown = locales.includes(locale) ? locale : place.locale;
  const rendered = useRendered(model, shown);
  const progress = useMemo(
    () => ('steps' in body ? previewProgress(body, new Date().toISOString()) : undefined),
    [rendered.content],
  );

  return (
    <>
      <div class="row wrap">
        <h2 class="grow">{texts.preview}</h2>
        <RadioSegment
          label={texts.device}
          value={device}
          onChange={setDevice}
          options={[
            { value: 'desktop', label: texts.desktop, icon: DesktopIcon, iconOnly: true },
            { value: 'phone', label: texts.phone, icon: MobileIcon, iconOnly: true },
          ]}
        />
        <RadioSegment
          label={texts.scheme}
          value={scheme}
          onChange={setScheme}
          options={[
            { value: 'light', label: texts.light, icon: LightIcon, iconOnly: true },
            { value: 'dark', label: texts.dark, icon: DarkIcon, iconOnly: true },
          ]}
        />
        {locales.length > 1 && (
          <RadioSegment
            label={texts.previewLanguage}
            value={shown}
            onChange={setLocale}
            options={locales.map((tag) => ({ value: tag, label: tag.toUpperCase(), lang: tag }))}
          />
        )}
      </div>
      <div class="stage" data-device={device} style={{ colorScheme: scheme }}>
        <div class="stage-page" aria-hidden="true">
          <div class="stage-side">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div class="stage-main">
            <i />
            <i />
            <i />
          </div>
        </div>
        {rendered.content ? (
          <PreviewStage
            content={rendered.content}
            locale={shown}
            theme={workspace.value?.theme ?? NO_THEME}
            scheme={scheme}
            progress={progress}
          />
        ) : (
          <div class="pv-host">
            {rendered.status === 'failed' ? (
              <p class="muted pv-none">{texts.previewFailed}</p>
            ) : (
              <Skeleton shape="cards" count={1} />
            )}
          </div>
        )}
      </div>
      <p class="hint" role="status">
        {rendered.status === 'failed' && rendered.content ? (
          <Status tone="warn" label={texts.previewOld} small />
        ) : (
          texts.previewNote(formatLanguage(shown))
        )}
      </p>
      <DeliverySummary />
    </>
  );
}
