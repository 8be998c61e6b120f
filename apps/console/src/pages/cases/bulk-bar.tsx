import type { Case, CaseChange } from '@banso/contract/cases';
import { Button } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { CloseMenu, OwnerMenu, SnoozeMenu, TeamMenu } from './case-menus.tsx';
import { backOf } from './case-pane.tsx';
import { changeCases } from './change-case.ts';
import { caseTexts } from './texts.ts';

/** What can be done with all selected cases together. */
export function BulkBar({ cases, onDone }: { cases: readonly Case[]; onDone: () => void }) {
  const texts = textsOf(caseTexts);
  const change = async (to: CaseChange) => {
    const isDone = await changeCases(cases, to, (of) => backOf(of, to));
    if (isDone) onDone();
  };
  return (
    <div class="cs-bulk row wrap" role="group" aria-label={texts.actions}>
      <span role="status">{texts.selected(cases.length)}</span>
      <OwnerMenu label={texts.owner} onChange={(to) => void change(to)} />
      <TeamMenu label={texts.team} onChange={(to) => void change(to)} />
      <SnoozeMenu
        waits={cases.some(({ status }) => status === 'waiting')}
        onChange={(to) => void change(to)}
      />
      <CloseMenu onChange={(to) => void change(to)} />
      <Button small variant="ghost" onClick={onDone}>
        {texts.clear}
      </Button>
    </div>
  );
}
