import type { Experiment } from '@banso/domain/experiment';
import { unitsNeeded } from '@banso/domain/statistics';
import { Button, Field, FieldGroup, Input, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { experimentTexts } from './texts.ts';
import { variantTexts } from './variant-texts.ts';

/** What a new experiment begins with: a tenth of the accounts, two weeks. */
export const NEW_EXPERIMENT: Experiment = {
  unit: 'account',
  controlPercent: 10,
  goal: { event: '', withinDays: 14 },
  plannedPerArm: 354,
};

/** The fields of an experiment, in a form. */
export function PlanFields({
  plan,
  onPlan,
  goalError,
  onGoalLeft,
  path = '',
}: {
  plan: Experiment;
  onPlan: (plan: Experiment) => void;
  goalError: string | undefined;
  /** Somebody was in the field of the goal. */
  onGoalLeft?: (() => void) | undefined;
  /** Where it is in a draft, for the way to a field. */
  path?: string;
}) {
  const texts = textsOf(experimentTexts);
  const { unit, controlPercent, goal, plannedPerArm } = plan;
  return (
    <div class="fields">
      <FieldGroup legend={texts.unit} hint={texts.unitHint[unit]}>
        <div>
          <RadioSegment
            label={texts.unit}
            value={unit}
            onChange={(to) => onPlan({ ...plan, unit: to })}
            options={(['account', 'contact'] as const).map((value) => ({ value, label: texts.units[value] }))}
          />
        </div>
      </FieldGroup>
      <div class="fields two">
        <WholeNumber
          label={texts.control}
          hint={plan.variants ? textsOf(variantTexts).controlHint : texts.controlHint}
          path={`${path}.controlPercent`}
          least={plan.variants ? 0 : 1}
          most={50}
          value={controlPercent}
          onValue={(to) => onPlan({ ...plan, controlPercent: to })}
        />
        <WholeNumber
          label={texts.within}
          hint={texts.withinHint}
          path={`${path}.goal.withinDays`}
          most={365}
          value={goal.withinDays}
          onValue={(withinDays) => onPlan({ ...plan, goal: { ...goal, withinDays } })}
        />
      </div>
      <Field label={texts.goal} hint={texts.goalHint} error={goalError}>
        <Input
          mono
          maxLength={200}
          autoCapitalize="none"
          spellcheck={false}
          data-path={`${path}.goal.event`}
          value={goal.event}
          onBlur={onGoalLeft}
          onValue={(event) => onPlan({ ...plan, goal: { ...goal, event } })}
        />
      </Field>
      <WholeNumber
        label={texts.planned}
        hint={texts.plannedHint}
        path={`${path}.plannedPerArm`}
        least={2}
        most={10_000_000}
        value={plannedPerArm}
        onValue={(to) => onPlan({ ...plan, plannedPerArm: to })}
      />
      <Needed onTake={(to) => onPlan({ ...plan, plannedPerArm: to })} />
    </div>
  );
}

/** Works the planned size out from what is known before the start. */
function Needed({ onTake }: { onTake: (n: number) => void }) {
  const texts = textsOf(experimentTexts);
  const [base, setBase] = useState('30');
  const [points, setPoints] = useState('10');
  const needed = base === '' || points === '' ? undefined : unitsNeeded(Number(base), Number(points));
  return (
    <FieldGroup legend={texts.helper}>
      <div class="fields xp-help">
        <div class="fields two">
          <Field label={texts.base}>
            <Input
              class="xp-n"
              type="number"
              inputMode="decimal"
              min={0}
              max={100}
              value={base}
              onValue={setBase}
            />
          </Field>
          <Field label={texts.smallest}>
            <Input
              class="xp-n"
              type="number"
              inputMode="decimal"
              min={-100}
              max={100}
              value={points}
              onValue={setPoints}
            />
          </Field>
        </div>
        <div class="row wrap" aria-live="polite">
          <span class="grow">
            {needed === undefined ? texts.impossible : texts.needed(formatNumber(needed))}
          </span>
          {needed !== undefined && <Button onClick={() => onTake(needed)}>{texts.take}</Button>}
        </div>
      </div>
    </FieldGroup>
  );
}

/** A whole number within limits. What is half typed stays in the input until it is one. */
export function WholeNumber({
  label,
  hint,
  path,
  least = 1,
  most,
  value,
  onValue,
}: {
  label: string;
  hint?: string | undefined;
  path: string;
  least?: number;
  most: number;
  value: number;
  onValue: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const isFine = (text: string) =>
    text.trim() !== '' && Number.isInteger(Number(text)) && Number(text) >= least && Number(text) <= most;
  const shown = typed !== undefined && !isFine(typed) ? typed : `${value}`;
  return (
    <Field label={label} hint={hint}>
      <Input
        class="xp-n"
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        aria-invalid={isFine(shown) ? undefined : 'true'}
        data-path={path}
        value={shown}
        onValue={(text) => {
          setTyped(text);
          if (isFine(text)) onValue(Number(text));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}
