import { DEFAULT_RETENTION_DAYS, RETENTION_DAYS } from '@banso/domain/retention';
import { Checkbox, Chip, Field, FieldGroup, Input, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { language, may } from '../../../data/session.ts';
import type { Workspace } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NumberField } from './number-field.tsx';
import { zoneOptions } from '../../../texts/zone-options.ts';
import { workspaceTexts } from './texts.ts';
import type { WorkspaceEdit } from './use-workspace-edit.ts';

/** Languages that are offered; others can be set by API. */
const OFFERED = [
  'ar',
  'bg',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'en-GB',
  'es',
  'es-MX',
  'et',
  'fi',
  'fr',
  'fr-CA',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
];

/** True when the general part can be saved. */
export const isGeneralFine = ({ name, decisionRetentionDays: days }: Workspace): boolean =>
  name.trim() !== '' && isRetentionFine(days);

const isRetentionFine = (days: number): boolean =>
  Number.isInteger(days) && days >= RETENTION_DAYS.least && days <= RETENTION_DAYS.most;

/** Name, languages, time zone, how long decisions are kept, and whether publishing takes an approval. */
export function GeneralFields({ edit: { value, set } }: { edit: WorkspaceEdit }) {
  const texts = textsOf(workspaceTexts);
  return (
    <div class="fields set-form">
      <Field
        label={texts.name}
        hint={texts.nameHint}
        error={value.name.trim() === '' ? texts.nameMissing : undefined}
      >
        <Input value={value.name} onValue={(name) => set({ name })} maxLength={200} />
      </Field>
      <Locales value={value} set={set} />
      <Field label={texts.defaultLocale} hint={texts.defaultHint}>
        <Select
          options={value.locales.map((tag) => ({ value: tag, label: formatLanguage(tag) }))}
          value={value.defaultLocale}
          onValue={(defaultLocale) => set({ defaultLocale })}
        />
      </Field>
      <Field label={texts.timeZone} hint={texts.timeZoneHint}>
        <Select
          options={zoneOptions(value.timeZone)}
          value={value.timeZone}
          onValue={(timeZone) => set({ timeZone })}
        />
      </Field>
      <NumberField
        label={texts.retention}
        hint={texts.retentionHint}
        error={
          isRetentionFine(value.decisionRetentionDays) ? undefined : texts.retentionWrong(RETENTION_DAYS)
        }
        value={value.decisionRetentionDays}
        fallback={DEFAULT_RETENTION_DAYS}
        max={RETENTION_DAYS.most}
        onValue={(days = DEFAULT_RETENTION_DAYS) => set({ decisionRetentionDays: days })}
      />
      <div>
        <Checkbox
          label={texts.requireApproval}
          checked={value.requireApproval}
          onChange={(requireApproval) => set({ requireApproval })}
        />
        <p class="hint">{texts.requireApprovalHint}</p>
      </div>
    </div>
  );
}

function Locales({ value, set }: { value: Workspace; set: WorkspaceEdit['set'] }) {
  const texts = textsOf(workspaceTexts);
  const { locales, defaultLocale } = value;
  // back to the invitation after each choice
  const [turn, setTurn] = useState(0);
  const offered = OFFERED.filter((tag) => !locales.includes(tag))
    .map((tag) => ({ value: tag, label: formatLanguage(tag) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language.value));
  return (
    <FieldGroup legend={texts.locales} hint={texts.localesHint}>
      <div class="row wrap">
        {locales.map((tag) => (
          <Chip
            key={tag}
            large
            {...(tag !== defaultLocale &&
              may('administer') && {
                onRemove: () => set({ locales: locales.filter((each) => each !== tag) }),
                removeName: formatLanguage(tag),
              })}
          >
            {formatLanguage(tag)}
            {tag === defaultLocale && <span class="muted reg"> {texts.isDefault}</span>}
          </Chip>
        ))}
        {may('administer') && (
          <Select
            key={turn}
            class="set-add"
            aria-label={texts.addLocale}
            options={[{ value: '', label: texts.addLocale }, ...offered]}
            value=""
            onValue={(tag) => {
              if (tag) set({ locales: [...locales, tag] });
              setTurn(turn + 1);
            }}
          />
        )}
      </div>
    </FieldGroup>
  );
}
