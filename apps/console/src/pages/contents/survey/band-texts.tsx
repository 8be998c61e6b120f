import type { LocalizedText } from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import { Score, Switch } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { LocalizedField } from '../fields/localized-field.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

const BANDS: readonly NpsBand[] = ['detractor', 'passive', 'promoter'];
const EXAMPLES = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] } as const;

/** The follow-up question, or the last words, for each band of the score. */
export function BandTexts({ of }: { of: 'followUps' | 'endings' }) {
  const texts = wordsOf('survey');
  return (
    <section class="part" aria-labelledby={`part-${of}`} data-path={of}>
      <h3 id={`part-${of}`}>{texts[of]}</h3>
      <p class="hint">{of === 'followUps' ? texts.followUpsWhat : texts.endingsWhat}</p>
      {BANDS.map((band) => (
        <div class="band" key={band}>
          <span class="band-s" aria-hidden="true">
            {EXAMPLES[band].map((score) => (
              <Score key={score} value={score} />
            ))}
          </span>
          <div class="grow">{of === 'followUps' ? <FollowUp band={band} /> : <Ending band={band} />}</div>
        </div>
      ))}
    </section>
  );
}

function FollowUp({ band }: { band: NpsBand }) {
  const texts = wordsOf('survey');
  const { readOnly } = useEditor();
  const { body, edit } = useBody('survey');
  const text = body.followUps[band];
  /** What was written before it was switched off. */
  const last = useRef<LocalizedText>({});
  if (text) last.current = text;
  const set = (to: LocalizedText | null) =>
    edit((now) => ({ ...now, followUps: { ...now.followUps, [band]: to } }));
  return (
    <div class="stack">
      <Switch
        label={texts.askAfter[band]}
        checked={text !== null}
        onChange={(on) => set(on ? last.current : null)}
        disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
      />
      {text && (
        <LocalizedField
          path={`followUps.${band}`}
          text={text}
          label={texts.followUpOf[band]}
          hideLabel
          as="lines"
        />
      )}
    </div>
  );
}

function Ending({ band }: { band: NpsBand }) {
  const texts = wordsOf('survey');
  const { body } = useBody('survey');
  return (
    <LocalizedField
      path={`endings.${band}`}
      text={body.endings[band]}
      label={texts.endingOf[band]}
      as="lines"
      optional
    />
  );
}
