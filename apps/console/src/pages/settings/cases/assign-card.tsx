import { ASSIGN_RULES } from '@banso/domain/cases';
import type { AssignRule } from '@banso/domain/cases';
import { Card, Checkbox, IconButton, UpIcon } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import type { DraftProps } from './draft.ts';
import { caseSettingsTexts } from './texts.ts';

/** Who gets a new case: rules in their order. */
export function AssignCard({ draft, onDraft }: DraftProps) {
  const texts = textsOf(caseSettingsTexts);
  const { assign } = draft;
  const shown = [...assign, ...ASSIGN_RULES.filter((rule) => !assign.includes(rule))];
  const toggle = (rule: AssignRule, on: boolean) =>
    onDraft({ assign: on ? [...assign, rule] : assign.filter((each) => each !== rule) });
  const up = (rule: AssignRule) => {
    const at = assign.indexOf(rule);
    const next = assign.filter((each) => each !== rule);
    onDraft({ assign: [...next.slice(0, at - 1), rule, ...next.slice(at - 1)] });
  };
  return (
    <Card title={texts.assign}>
      <div class="stack">
        <p class="hint">{texts.assignWhat}</p>
        <ol class="cset-rules">
          {shown.map((rule) => (
            <li key={rule} class="row">
              <span class="grow">
                <Checkbox
                  label={texts.rules[rule]}
                  checked={assign.includes(rule)}
                  onChange={(on) => toggle(rule, on)}
                />
              </span>
              {assign.indexOf(rule) > 0 && (
                <IconButton icon={UpIcon} label={texts.up(texts.rules[rule])} onClick={() => up(rule)} />
              )}
            </li>
          ))}
        </ol>
        {assign.length === 0 && <p class="hint">{texts.noRule}</p>}
      </div>
    </Card>
  );
}
