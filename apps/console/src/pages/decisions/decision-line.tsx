import type * as decision from '@banso/contract/decision';
import { CheckIcon, CloseIcon, Icon } from '@banso/ui';
import { formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { decisionSentence } from './decision-words.ts';
import { decisionTexts } from './texts.ts';
import type { NameOf } from './told.ts';

/** One decision in a list: what it was, and until when it stood. */
export function DecisionLine(props: { one: decision.Decision; who: string; nameOf: NameOf }) {
  const { one, who, nameOf } = props;
  const texts = textsOf(decisionTexts);
  return (
    <li>
      <Icon of={one.outcome === 'held' ? CloseIcon : CheckIcon} size="s" />
      <div>
        <p>{decisionSentence(one, nameOf, who)}</p>
        <p class="muted xs">
          {one.until === null ? texts.standing : texts.until(formatTime(one.until))}
          {' · '}
          {texts.short[one.reason]}
        </p>
      </div>
    </li>
  );
}
