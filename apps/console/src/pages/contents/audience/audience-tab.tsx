import { Card, Switch } from '@banso/ui';
import { NumberInput } from '../fields/number-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { isEverybody } from '../model/condition-rows.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { conditionWords } from './condition-words.ts';
import { useContentNames } from './use-content-names.ts';
import { ReachCard } from './reach-card.tsx';
import { wordsOf } from '../texts/editor-words.ts';

/** Who gets the content. */
export function AudienceTab() {
  const texts = wordsOf('audience');
  const { model, readOnly } = useEditor();
  const { nameOf } = useContentNames();
  const { audience, samplePercent, verifiedOnly } = model.draft.value.delivery;
  const whole = model.problems.value.find(
    ({ path, code }) => path === 'delivery.audience' && code === 'audience_never_matches',
  );
  const sampleProblem = problemAt(model.problems.value, 'delivery.samplePercent');
  return (
    <div class="tabp">
      <p class="lead-in">
        <span class="muted">{texts.inWords}</span> {conditionWords(audience, nameOf)}
      </p>
      <Card title={texts.who} meta={isEverybody(audience) ? texts.everybodyNow : undefined}>
        <ConditionEditor
          condition={audience}
          path="delivery.audience"
          label={texts.who}
          onCondition={(to) => model.editDelivery({ audience: to })}
          error={whole && problemWords(whole)}
        />
      </Card>
      <Card title={texts.limits}>
        <div class="fields">
          <div class="opt-row">
            <Switch
              label={texts.verifiedOnly}
              hint={texts.verifiedOnlyHint}
              checked={verifiedOnly}
              onChange={(to) => model.editDelivery({ verifiedOnly: to })}
              disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
            />
          </div>
          <div class="opt-row">
            <span class="label">{texts.sample}</span>
            <span class="row">
              <NumberInput
                label={texts.sample}
                path="delivery.samplePercent"
                min={0}
                max={100}
                fractions
                value={samplePercent}
                onNumber={(to) => to !== null && model.editDelivery({ samplePercent: to })}
              />
              <span class="muted">{texts.percentOfAudience}</span>
            </span>
            {sampleProblem && <p class="hint err">{problemWords(sampleProblem)}</p>}
            <p class="hint">{texts.sampleHint}</p>
          </div>
        </div>
      </Card>
      <p class="hint">{texts.unknownNote}</p>
      <ReachCard />
    </div>
  );
}
