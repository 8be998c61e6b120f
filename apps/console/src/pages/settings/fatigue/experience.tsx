import { askableInADay, mostWithin } from '@banso/domain/decide';
import { Card } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import type { Budget } from './rules.ts';
import { fatigueTexts } from './texts.ts';

/** What the rules come to together, for one person and for a company. */
export function Experience({ budget }: { budget: Budget }) {
  const texts = textsOf(fatigueTexts);
  const most = mostWithin(budget, 30);
  const { accountDailyPercent } = budget;
  return (
    <Card title={texts.preview}>
      <div aria-live="polite" class="stack">
        <p class="med">{most === undefined ? texts.endless : texts.most(most)}</p>
        {accountDailyPercent !== null && <p>{texts.ofFifty(askableInADay(accountDailyPercent, 50))}</p>}
      </div>
    </Card>
  );
}
