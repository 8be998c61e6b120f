import { accentShown } from '@banso/domain/theme';
import { Swatch } from './swatch.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { themeTexts } from './texts.ts';

/** What the contrast guard makes of an accent, in the light and in the dark; nothing where it is no colour. */
export function Corrections({ accent }: { accent: string | undefined }) {
  const texts = textsOf(themeTexts);
  const rows = (['light', 'dark'] as const).flatMap((scheme) => {
    const shown = accent === undefined ? undefined : accentShown(accent, scheme);
    return shown
      ? (['fill', 'text'] as const).map((as) => ({ label: texts.parts[scheme][as], to: shown[as] }))
      : [];
  });
  if (accent === undefined || rows.length === 0) return null;
  return (
    <section class="stack" aria-label={texts.guard}>
      <p class="label">{texts.guard}</p>
      <dl class="thm-guard">
        {rows.map(({ label, to }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Swatch colour={to} />
              {to === accent.toLowerCase() ? texts.asChosen : texts.becomes(accent, to)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{texts.guardWhat}</p>
    </section>
  );
}
