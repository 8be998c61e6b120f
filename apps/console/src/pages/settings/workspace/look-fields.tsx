import { Button, Field, FieldGroup, Input, RadioSegment, Select } from '@banso/ui';
import type { Workspace } from '../../../data/session.ts';
import { language, may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { accentButtons, accentNote } from './accent-contrast.ts';
import { workspaceTexts } from './texts.ts';
import type { WorkspaceEdit } from './use-workspace-edit.ts';

/** The widget's own accent in its light scheme. */
const DEFAULT_ACCENT = '#2f55a4';
const RADII = [0, 4, 8, 12, 16, 20, 24];

/** True when the look can be saved. */
export const isLookFine = ({ theme: { accent } }: Workspace): boolean =>
  accent === undefined || accentNote(accent) !== undefined;

/** Accent with a word on its contrast, side, colours and corners. */
export function LookFields({ edit: { value, set } }: { edit: WorkspaceEdit }) {
  const texts = textsOf(workspaceTexts);
  const { theme } = value;
  const put = (change: Partial<Workspace['theme']>) => {
    const entries = Object.entries({ ...theme, ...change }).filter(([, to]) => to !== undefined);
    set({ theme: Object.fromEntries(entries) });
  };
  const { accent } = theme;
  const shown = accent !== undefined && accentNote(accent) ? accent : DEFAULT_ACCENT;
  return (
    <div class="fields set-form">
      <Field
        label={texts.accent}
        hint={<ContrastNote accent={shown} fallback={accent === undefined} />}
        error={isLookFine(value) ? undefined : texts.accentWrong}
      >
        <Accent accent={accent} shown={shown} onAccent={(to) => put({ accent: to })} />
      </Field>
      <Preview accent={shown} radius={theme.radius} />
      <FieldGroup legend={texts.side}>
        <RadioSegment
          label={texts.side}
          options={(['right', 'left'] as const).map((side) => ({ value: side, label: texts.sides[side] }))}
          value={theme.side ?? 'right'}
          onChange={(side) => put({ side })}
        />
      </FieldGroup>
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
    </div>
  );
}

function Accent(props: {
  accent: string | undefined;
  shown: string;
  onAccent: (accent: string | undefined) => void;
}) {
  const { accent, shown, onAccent } = props;
  const texts = textsOf(workspaceTexts);
  return (
    <span class="row">
      <input
        type="color"
        class="swatch"
        aria-label={texts.pick}
        value={shown}
        onInput={(event) => onAccent(event.currentTarget.value)}
      />
      <Input
        mono
        value={accent ?? ''}
        placeholder={DEFAULT_ACCENT}
        onValue={(text) => onAccent(text.trim() === '' ? undefined : text.trim())}
        maxLength={7}
        spellcheck={false}
      />
      {accent !== undefined && may('administer') && (
        <Button variant="ghost" small onClick={() => onAccent(undefined)}>
          {texts.asDefault}
        </Button>
      )}
    </span>
  );
}

function ContrastNote({ accent, fallback }: { accent: string; fallback: boolean }) {
  const texts = textsOf(workspaceTexts);
  const note = accentNote(accent);
  if (fallback || !note) return <>{texts.accentHint}</>;
  // cut down, not rounded: 4.49 is not 4.5
  const ratio = new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(
    Math.floor(note.ratio * 10) / 10,
  );
  return <>{texts.contrast[note.kind](ratio)}</>;
}

function Preview({ accent, radius = 16 }: { accent: string; radius: number | undefined }) {
  const texts = textsOf(workspaceTexts);
  const buttons = accentButtons(accent);
  if (!buttons) return null;
  return (
    <figure class="look" aria-label={texts.preview}>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} class={`look-${scheme}`}>
          <span
            class="look-b"
            style={{
              background: buttons[scheme].fill,
              color: buttons[scheme].ink,
              borderRadius: `${radius * 0.625}px`,
            }}
          >
            {texts.sample}
          </span>
          <figcaption>{scheme === 'light' ? texts.onLight : texts.onDark}</figcaption>
        </div>
      ))}
    </figure>
  );
}
