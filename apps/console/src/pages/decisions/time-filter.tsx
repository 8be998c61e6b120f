import { FilterPopover } from '@banso/ui';
import { formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { InstantField } from '../contents/fields/instant-field.tsx';
import { decisionTexts } from './texts.ts';

/** From when until when; either end may be open. */
export function TimeFilter(props: {
  from: string | undefined;
  to: string | undefined;
  onChange: (to: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { from, to, onChange } = props;
  const texts = textsOf(decisionTexts);
  const isOpen = from === undefined && to === undefined;
  const words = [from, to].map((end) => (end === undefined ? '' : formatTime(end))).join(' – ');
  return (
    <FilterPopover label={texts.time} value={isOpen ? texts.anyTime : words}>
      {() => (
        <div class="menu-f">
          <InstantField label={texts.from} value={from} onInstant={(at) => onChange({ from: at })} />
          <InstantField label={texts.to} value={to} onInstant={(at) => onChange({ to: at })} />
        </div>
      )}
    </FilterPopover>
  );
}
