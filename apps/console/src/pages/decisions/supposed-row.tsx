import { CloseIcon, Field, IconButton, Input, Select } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { InstantField } from '../contents/fields/instant-field.tsx';
import type { Supposed } from './suppositions.ts';
import { INITIAL, SUPPOSABLE } from './suppositions.ts';
import { decisionTexts } from './texts.ts';

const ASKING = ['usual', 'less', 'never'] as const;

/** One fact that is to be different. */
export function SupposedRow(props: { row: Supposed; onRow: (row: Supposed) => void; onRemove: () => void }) {
  const { row, onRow, onRemove } = props;
  const texts = textsOf(decisionTexts).whatIf;
  const isNamed = row.of === 'contact' || row.of === 'account' || row.of === 'event';
  return (
    <div class="why-row">
      <Field label={texts.change}>
        <Select
          options={SUPPOSABLE.map((value) => ({ value, label: texts.facts[value] }))}
          value={row.of}
          onValue={(of) => onRow({ ...row, of, value: INITIAL[of] })}
        />
      </Field>
      {isNamed && (
        <Field label={texts.key}>
          <Input
            value={row.name}
            onValue={(name) => onRow({ ...row, name })}
            maxLength={100}
            spellcheck={false}
          />
        </Field>
      )}
      <SupposedValue row={row} onValue={(value) => onRow({ ...row, value })} />
      <IconButton icon={CloseIcon} label={texts.remove} onClick={onRemove} />
    </div>
  );
}

function SupposedValue({ row: { of, value }, onValue }: { row: Supposed; onValue: (value: string) => void }) {
  const texts = textsOf(decisionTexts).whatIf;
  switch (of) {
    case 'asking':
      return (
        <Field label={texts.value}>
          <Select
            options={ASKING.map((one) => ({ value: one, label: texts.askings[one] }))}
            value={ASKING.find((one) => one === value) ?? 'usual'}
            onValue={onValue}
          />
        </Field>
      );
    case 'verified':
      return (
        <Field label={texts.value}>
          <Select
            options={[
              { value: 'true', label: texts.yes },
              { value: 'false', label: texts.no },
            ]}
            value={value === 'true' ? 'true' : 'false'}
            onValue={onValue}
          />
        </Field>
      );
    case 'lastInterruptedAt':
      return (
        <InstantField
          label={texts.value}
          hint={texts.never}
          value={value || undefined}
          onInstant={(to) => onValue(to ?? '')}
        />
      );
    case 'event':
      return (
        <Field label={texts.count}>
          <Input type="number" min={0} value={value} onValue={onValue} />
        </Field>
      );
    case 'plan':
    case 'contact':
    case 'account':
    case 'locale':
      return (
        <Field label={texts.value} hint={texts.valueHint}>
          <Input value={value} onValue={onValue} maxLength={200} spellcheck={false} />
        </Field>
      );
    default:
      return of satisfies never;
  }
}
