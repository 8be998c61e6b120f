import type { JSX } from 'preact';
import { Status } from '../show/status.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { rove } from './rove.ts';

/** One language of a {@link LocaleTabs}. */
export interface LocaleTab {
  /** BCP 47 tag. */
  tag: string;
  /** The language's own name for itself: 日本語. */
  name: string;
  /** Fields that still need a text. Default 0. */
  missing?: number | undefined;
}

/** Props of {@link LocaleTabs}. */
export interface LocaleTabsProps {
  /** Which texts these languages belong to. */
  label: string;
  locales: readonly LocaleTab[];
  value: string;
  onChange: (tag: string) => void;
  /** Id of the element that shows the chosen language; it should have `role="tabpanel"`. */
  panelId?: string | undefined;
}

/** Which language of a text is edited; languages with gaps carry a red mark and say how many. */
export function LocaleTabs({ label, locales, value, onChange, panelId }: LocaleTabsProps): JSX.Element {
  const texts = useUiTexts();
  return (
    <div class="seg" role="tablist" aria-label={label} onKeyDown={rove}>
      {locales.map(({ tag, name, missing = 0 }) => (
        <button
          key={tag}
          type="button"
          role="tab"
          lang={tag}
          aria-selected={tag === value}
          aria-controls={panelId}
          tabIndex={tag === value ? 0 : -1}
          onClick={() => onChange(tag)}
          onFocus={() => tag !== value && onChange(tag)}
        >
          {name}
          {missing > 0 && <Status tone="bad" hideLabel label={texts.missing(missing)} />}
        </button>
      ))}
    </div>
  );
}
