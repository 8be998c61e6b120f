import { asVariant } from '@banso/domain/content';
import {
  Button,
  DarkIcon,
  DesktopIcon,
  ExternalIcon,
  LightIcon,
  MobileIcon,
  RadioSegment,
  Select,
  Skeleton,
  Status,
} from '@banso/ui';
import { useMemo, useState } from 'preact/hooks';
import { workspace } from '../../../data/session.ts';
import { PersonFilter } from '../../contacts/person-filter.tsx';
import { formatLanguage } from '../../../texts/format.ts';
import { frameLanguage, previewDraft, PSEUDO } from '../model/preview-language.ts';
import { previewProgress } from '../model/preview-progress.ts';
import { useThemes } from '../../settings/themes/use-themes.ts';
import { loadPagePreview } from '../page-preview/load-page-preview.ts';
import { DeliverySummary } from './delivery-summary.tsx';
import { useEditor } from './editor-context.ts';
import { LoadedDialog } from './loaded-dialog.tsx';
import { LoadedPart } from './loaded-part.tsx';
import { PreviewStage } from './preview-stage.tsx';
import { schemeNow } from './scheme-now.ts';
import { Stage } from './stage.tsx';
import { usePreviewAs } from './use-preview-as.ts';
import { useRendered } from './use-rendered.ts';
import { wordsOf } from '../texts/editor-words.ts';

const loadVerdict = () => import('./preview-verdict.tsx').then((part) => part.PreviewVerdict);

/** One object, so that the widget is not drawn anew for a theme that says nothing. */
const NO_THEME = {};

type Device = 'desktop' | 'phone';
type Scheme = 'light' | 'dark';

/** The real widget beside the form, on a computer or a phone, light or dark, in every language of the draft. */
export function Preview() {
  const texts = wordsOf('publish');
  const { model, place, readOnly } = useEditor();
  const [isOnPage, setOnPage] = useState(false);
  const [device, setDevice] = useState<Device>('desktop');
  const [scheme, setScheme] = useState<Scheme>(schemeNow);
  // whoever goes on writing in another language sees that one
  const [chosen, setChosen] = useState<{ whileIn: string; as: string | undefined; locale: string }>();
  const [person, setPerson] = useState<string>();
  const as = usePreviewAs(person);
  const own = as.data?.locale ?? place.locale;
  const locale = chosen?.whileIn === place.locale && chosen.as === person ? chosen.locale : own;

  const whole = model.draft.value;
  const variant = as.data?.variant ?? null;
  // the same object for as long as it says the same: what is new is drawn anew
  const draft = useMemo(() => (variant === null ? whole : asVariant(whole, variant)), [whole, variant]);
  const { locales, defaultLocale, body, delivery } = draft;
  const worn = useThemes().data?.data.data.find(({ id }) => id === delivery.themeId);
  const pseudo = PSEUDO.find((tag) => tag === locale);
  const shown = pseudo ? defaultLocale : locales.includes(locale) ? locale : place.locale;
  const drawn = useMemo(
    () => previewDraft(model.kind, draft, { locale: shown, pseudo }),
    [draft, shown, pseudo],
  );
  const rendered = useRendered(model.kind, drawn, shown);
  const begun = useMemo(
    () => ('steps' in body ? previewProgress(body, new Date().toISOString()) : undefined),
    [rendered.data],
  );
  const progress = as.data?.progress ?? begun;

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
        <Select
          class="pv-lang"
          aria-label={texts.previewLanguage}
          value={pseudo ?? shown}
          onValue={(to) => setChosen({ whileIn: place.locale, as: person, locale: to })}
          options={[
            ...locales.map((tag) => ({ value: tag, label: formatLanguage(tag) })),
            ...PSEUDO.map((tag) => ({ value: tag, label: texts.pseudo[tag], group: texts.invented })),
          ]}
        />
        <PersonFilter
          contactId={person}
          onChange={setPerson}
          label={texts.seenBy}
          anyone={texts.anyone}
          find={texts.findPerson}
        />
      </div>
      {as.data && <LoadedPart load={loadVerdict} props={{ found: as.data }} shape="text" />}
      {person !== undefined && as.status === 'failed' && (
        <p class="hint row wrap" role="alert">
          {texts.asFailed}
          <Button small onClick={as.retry}>
            {wordsOf('editor').retry}
          </Button>
        </p>
      )}
      <Stage device={device} scheme={scheme}>
        {rendered.data ? (
          <PreviewStage
            content={rendered.data}
            locale={frameLanguage({ locale: shown, pseudo })}
            theme={worn?.look ?? workspace.value?.theme ?? NO_THEME}
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
      </Stage>
      <p class="hint" role="status">
        {rendered.status === 'failed' && rendered.data ? (
          <Status tone="warn" label={texts.previewOld} small />
        ) : pseudo ? (
          texts.pseudoNote(formatLanguage(shown))
        ) : (
          texts.previewNote(formatLanguage(shown))
        )}
      </p>
      {!readOnly && (
        <Button small icon={ExternalIcon} onClick={() => setOnPage(true)}>
          {texts.onPage}
        </Button>
      )}
      {isOnPage && <LoadedDialog load={loadPagePreview} props={{ onClose: () => setOnPage(false) }} />}
      <DeliverySummary />
    </>
  );
}
