import { CASE_CAUSES } from '@banso/domain/cases';
import type { CaseCause } from '@banso/domain/cases';
import { Card, Checkbox, Input, Select } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { useTeams } from '../../accounts/teams.ts';
import type { DraftProps } from './draft.ts';
import { isTarget } from './draft.ts';
import { caseSettingsTexts } from './texts.ts';

/** What opens a case, and how soon it has to be answered. */
export function TargetsCard({ draft, onDraft }: DraftProps) {
  const texts = textsOf(caseSettingsTexts);
  const set = (cause: CaseCause, change: Partial<(typeof draft.targets)[CaseCause]>) =>
    onDraft({ targets: { ...draft.targets, [cause]: { ...draft.targets[cause], ...change } } });
  const teams = useTeams();
  const isWrong = CASE_CAUSES.some((cause) => !isTarget(draft.targets[cause].days));
  return (
    <Card title={texts.targets}>
      <div class="stack">
        <p class="hint">{texts.targetsWhat}</p>
        {CASE_CAUSES.map((cause) => {
          const { opens, days, teamId } = draft.targets[cause];
          return (
            <div key={cause} class="row wrap cset-target">
              <span class="grow">
                {cause === 'team' ? (
                  texts.causes.team
                ) : (
                  <Checkbox
                    label={texts.causes[cause]}
                    checked={opens}
                    onChange={(to) => set(cause, { opens: to })}
                  />
                )}
              </span>
              <label class="row">
                <span class="vh">{texts.daysOf(texts.causes[cause])}</span>
                <Input
                  class="cset-n"
                  type="number"
                  inputMode="decimal"
                  min={0.25}
                  max={60}
                  step={0.25}
                  value={days}
                  aria-invalid={isTarget(days) ? undefined : 'true'}
                  onValue={(to) => set(cause, { days: to })}
                />
                <span aria-hidden="true">{texts.dayUnit}</span>
              </label>
              {teams.length > 0 && (
                <Select
                  class="cset-team"
                  aria-label={texts.teamOf(texts.causes[cause])}
                  options={[
                    { value: '', label: texts.everybody },
                    ...teams.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  value={teamId ?? ''}
                  onValue={(to) => set(cause, { teamId: to || null })}
                />
              )}
            </div>
          );
        })}
        {isWrong && (
          <p class="hint err" role="alert">
            {texts.wrongDays}
          </p>
        )}
      </div>
    </Card>
  );
}
