import { accentContrast, accentShown, DEFAULT_GROUNDS, guardedTheme } from '@banso/domain/theme';
import { Field, FieldGroup, Input, RadioSegment, Select } from '@banso/ui';
import { useMemo, useRef } from 'preact/hooks';
import type { Workspace } from '../../../data/session.ts';
import { language } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { ColourField } from './colour-field.tsx';
import { isLookFine, lookProblems } from './look-problems.ts';
import { NumberField } from '../workspace/number-field.tsx';
import { Corrections } from './corrections.tsx';
import { LookSample } from './look-sample.tsx';
import { themeTexts } from './texts.ts';

/** The widget's own accent in its light scheme. */
const DEFAULT_ACCENT = '#2f55a4';
const RADII = [0, 4, 8, 12, 16, 20, 24];
const DENSITIES = [0.8, 1, 1.2] as const;
const GROUNDS = ['surface', 'surfaceDark', 'ink', 'inkDark'] as const;
const TOP_LAYER = 2_147_483_000;

type Look = Workspace['theme'];

/** Colours, corners, type, density and place of the widget, beside the widget as it would be. */
export function LookFields({ look: theme, set }: { look: Look; set: (look: Look) => void }) {
  const put = (change: Partial<Look>) => {
    const entries = Object.entries({ ...theme, ...change }).filter(([, to]) => to !== undefined);
    set(Object.fromEntries(entries));
  };
  const problems = lookProblems(theme);
  const part = { theme, put, problems };
  // what customers would see of it: grounds that cannot be read are drawn as the guard corrects them
  const drawn = useRef<Look>({});
  const guarded = useMemo(() => guardedTheme(theme), [theme]);
  if (isLookFine(guarded)) drawn.current = guarded;
  return (
    <div class="look">
      <div class="fields set-form">
        <Colours {...part} />
        <Shape {...part} />
        <Place {...part} />
      </div>
      <LookSample theme={drawn.current} />
    </div>
  );
}

interface PartProps {
  theme: Look;
  put: (change: Partial<Look>) => void;
  problems: ReturnType<typeof lookProblems>;
}

function Colours({ theme, put, problems }: PartProps) {
  const texts = textsOf(themeTexts);
  const guarded = guardedTheme(theme);
  return (
    <>
      <ColourField
        label={texts.accent}
        hint={<ContrastNote accent={theme.accent} />}
        error={problems.accent}
        value={theme.accent}
        fallback={DEFAULT_ACCENT}
        onValue={(accent) => put({ accent })}
      />
      <Corrections accent={theme.accent} />
      <FieldGroup legend={texts.scheme}>
        <RadioSegment
          label={texts.scheme}
          options={(['auto', 'light', 'dark'] as const).map((each) => ({
            value: each,
            label: texts.schemes[each],
          }))}
          value={theme.scheme ?? 'auto'}
          onChange={(scheme) => put({ scheme })}
        />
      </FieldGroup>
      <div class="fields two">
        {GROUNDS.map((name) => (
          <ColourField
            key={name}
            label={texts.grounds[name]}
            error={problems[name]}
            value={theme[name]}
            fallback={DEFAULT_GROUNDS[name]}
            instead={problems[name] === undefined ? undefined : guarded[name]}
            onValue={(to) => put({ [name]: to })}
          />
        ))}
      </div>
    </>
  );
}

function Shape({ theme, put, problems }: PartProps) {
  const texts = textsOf(themeTexts);
  return (
    <>
      <Field label={texts.radius}>
        <Select
          options={[
            { value: '', label: texts.radiusDefault },
            ...[...new Set([...RADII, ...(theme.radius === undefined ? [] : [theme.radius])])]
              .toSorted((one, other) => one - other)
              .map((px) => ({ value: `${px}`, label: texts.radiusOf(px) })),
          ]}
          value={theme.radius === undefined ? '' : `${theme.radius}`}
          onValue={(px) => put({ radius: px === '' ? undefined : Number(px) })}
        />
      </Field>
      <Field label={texts.font} hint={texts.fontHint} error={problems.font}>
        <Input
          mono
          maxLength={200}
          spellcheck={false}
          placeholder="inherit"
          value={theme.font ?? ''}
          onValue={(font) => put({ font: font.trim() === '' ? undefined : font })}
        />
      </Field>
      <FieldGroup legend={texts.density}>
        <RadioSegment
          label={texts.density}
          options={DENSITIES.map((each) => ({ value: `${each}`, label: texts.densities[each] }))}
          value={`${theme.density ?? 1}`}
          onChange={(to) => put({ density: Number(to) === 1 ? undefined : Number(to) })}
        />
      </FieldGroup>
    </>
  );
}

function Place({ theme, put, problems }: PartProps) {
  const texts = textsOf(themeTexts);
  return (
    <>
      <p class="hint">{texts.placeWhat}</p>
      <FieldGroup legend={texts.side}>
        <RadioSegment
          label={texts.side}
          options={(['right', 'left'] as const).map((side) => ({ value: side, label: texts.sides[side] }))}
          value={theme.side ?? 'right'}
          onChange={(side) => put({ side })}
        />
      </FieldGroup>
      <div class="fields two">
        {(['offsetX', 'offsetY'] as const).map((name) => (
          <NumberField
            key={name}
            label={texts.offsets[name]}
            error={problems[name]}
            value={theme[name]}
            fallback={20}
            max={400}
            onValue={(px) => put({ [name]: px })}
          />
        ))}
      </div>
      <NumberField
        label={texts.layer}
        hint={texts.layerHint}
        error={problems.zIndex}
        value={theme.zIndex}
        fallback={TOP_LAYER}
        max={2_147_483_646}
        onValue={(zIndex) => put({ zIndex })}
      />
    </>
  );
}

function ContrastNote({ accent }: { accent: string | undefined }) {
  const texts = textsOf(themeTexts);
  const shown = accent === undefined ? undefined : accentShown(accent, 'light');
  const contrast = accent === undefined ? undefined : accentContrast(accent);
  if (!shown || contrast === undefined) return <>{texts.accentHint}</>;
  const isKept = shown.fill === accent?.toLowerCase();
  const kind = shown.onFill === '#000000' ? 'bright' : isKept ? 'asIs' : 'dimmed';
  // cut down, not rounded: 4.49 is not 4.5
  const ratio = new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(
    Math.floor(contrast * 10) / 10,
  );
  return <>{texts.contrast[kind](ratio)}</>;
}
