import { ANNOUNCEMENT_MODES, type AnnouncementMode } from '@banso/domain/content';
import { FieldGroup } from '@banso/ui';
import { useId } from 'preact/hooks';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link ModeChoice}. */
export interface ModeChoiceProps {
  value: AnnouncementMode;
  readOnly: boolean;
  onMode: (mode: AnnouncementMode) => void;
}

/** How an announcement comes: three pictures of a page, each with what it means for the person who reads it. */
export function ModeChoice({ value, readOnly, onMode }: ModeChoiceProps) {
  const texts = wordsOf('announcement');
  const name = useId();
  return (
    <FieldGroup legend={texts.mode}>
      <div class="modes" data-path="mode">
        {ANNOUNCEMENT_MODES.map((mode) => (
          <label key={mode} class="mode">
            <span class="mode-pic" data-mode={mode} aria-hidden="true">
              <i />
              <i />
              <i />
              <b />
            </span>
            <span class="row">
              <input
                type="radio"
                name={name}
                value={mode}
                checked={mode === value}
                disabled={readOnly}
                aria-labelledby={`${name}-${mode}-name`}
                aria-describedby={`${name}-${mode}`}
                onChange={() => onMode(mode)}
              />
              <span class="mode-name" id={`${name}-${mode}-name`}>
                {texts.modes[mode]}
              </span>
            </span>
            <span class="hint" id={`${name}-${mode}`}>
              {texts.modeHint[mode]}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
