import type { Case } from '@banso/contract/cases';
import { AlertIcon, Avatar, Checkbox, Clock, Icon, Score, type RowProps } from '@banso/ui';
import { may } from '../../data/session.ts';
import { Said, wordsOf } from '../../shell/said.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { clockOf, nameOf } from './case-words.ts';
import { caseTexts } from './texts.ts';

/** One case of the list: who, why, until when, and in whose hands. */
export function CaseRow(props: {
  of: Case;
  selected: boolean;
  picked: boolean;
  rowProps: RowProps;
  onOpen: () => void;
  onPick: (picked: boolean) => void;
}) {
  const { of, selected, picked, rowProps, onOpen, onPick } = props;
  const texts = textsOf(caseTexts);
  const name = nameOf(of);
  const clock = clockOf(of);
  const isPressing = of.priority === 'urgent' || of.priority === 'high';
  return (
    <li class={selected ? 'cs-row sel' : 'cs-row'}>
      {may('write') && <Checkbox label={texts.select(name)} hideLabel checked={picked} onChange={onPick} />}
      <button
        type="button"
        {...rowProps}
        class="cs-open"
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        <CauseMark of={of} />
        <span class="grow">
          <span class="row cs-top">
            <span class="cs-who trunc">{name}</span>
            <span class="right nowrap">
              <Clock tone={clock.tone}>{clock.words}</Clock>
            </span>
          </span>
          <span class="row cs-top muted">
            <span class="trunc">{of.account?.name ?? texts.causes[of.cause]}</span>
            <span class="right nowrap xs">
              {[of.team?.name, of.owner?.name ?? texts.nobody].filter(Boolean).join(' · ')}
            </span>
          </span>
          {of.words && (
            <span class="cs-words trunc" lang={textLanguage(wordsOf(of.words))}>
              <Said text={of.words} />
            </span>
          )}
          {isPressing && of.status !== 'closed' && (
            <span class="cs-prio xs">
              <Icon of={AlertIcon} size="s" />
              {texts.priority}: {texts.priorities[of.priority]}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** Why there is a case, at a glance: its score, or the person. */
export function CauseMark({ of }: { of: Case }) {
  const texts = textsOf(caseTexts);
  if (of.score !== null && of.cause !== 'low_csat')
    return <Score value={of.score} label={texts.scored(of.score)} />;
  return <Avatar name={nameOf(of)} />;
}
