import { armsOf, type Experiment, shareOf, type VariantKey, variantsIn } from '@banso/domain/experiment';
import { Button, Card, Field, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import { toaster } from '../../../shell/toaster.ts';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NEW_EXPERIMENT, WholeNumber } from '../../experiments/plan-fields.tsx';
import { variantTexts } from '../../experiments/variant-texts.ts';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { freeKey, withoutVariant, withShare, withVariant } from '../model/variant-plan.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { WinnerDialog } from './winner-dialog.tsx';

/** The variants of a survey or checklist: what they are called, how many get each, and the way into each of them. */
export function VariantsCard() {
  const texts = textsOf(variantTexts);
  const { model, readOnly } = useEditor();
  const draft = model.draft.value;
  const { experiment } = draft.delivery;
  const [winner, setWinner] = useState<VariantKey | null>();
  const add = () =>
    model.edit((now) =>
      withVariant(
        now,
        now.delivery.experiment ?? {
          ...NEW_EXPERIMENT,
          controlPercent: 0,
          unit: model.kind === 'survey' ? 'contact' : 'account',
        },
        { base: texts.base, another: (key) => texts.another(texts.letter(key)) },
      ),
    );
  return (
    <Card title={texts.title}>
      <fieldset class="stack roomy" disabled={readOnly} data-path="delivery.experiment.variants">
        <p class="ink2">{texts.what}</p>
        {experiment?.variants && (
          <ul class="xp-vs">
            {variantsIn(experiment.variants).map((key) => (
              <OneVariant key={key} of={key} experiment={experiment} onWin={() => setWinner(key)} />
            ))}
          </ul>
        )}
        {freeKey(draft) !== undefined && (
          <div class="row wrap">
            <Button onClick={add}>{texts.add}</Button>
            <span class="muted">{texts.addWhat}</span>
          </div>
        )}
      </fieldset>
      {winner !== undefined && <WinnerDialog of={winner} onClose={() => setWinner(undefined)} />}
    </Card>
  );
}

function OneVariant({
  of,
  experiment,
  onWin,
}: {
  of: VariantKey | null;
  experiment: Experiment;
  onWin: () => void;
}) {
  const texts = textsOf(variantTexts);
  const { model, go } = useEditor();
  const { name = '', weight = 1 } = (experiment.variants && shareOf(experiment.variants, of)) ?? {};
  const letter = texts.letter(of ?? 'base');
  const path = `delivery.experiment.variants.${of ?? 'base'}`;
  const problem = problemAt(model.problems.value, path);
  const share = armsOf(experiment).find(({ arm }) => arm === (of ?? 'content'))?.share ?? 0;
  const called = name.trim() || letter;
  const remove = () => {
    if (of === null) return;
    const before = model.draft.peek();
    model.edit((now) => withoutVariant(now, of));
    toaster.show({ message: texts.removed(called), undo: () => model.edit(() => before) });
  };
  return (
    <li data-path={path}>
      <div class="fields two">
        <Field
          label={texts.name(letter)}
          error={problem && wordsOf('problems')[problem.code as 'variant_unnamed']}
        >
          <Input
            maxLength={60}
            data-path={`${path}.name`}
            value={name}
            onValue={(to) => model.edit((now) => withShare(now, of, { name: to }))}
          />
        </Field>
        <WholeNumber
          label={texts.weight(letter)}
          hint={texts.gets(formatNumber(Math.round(share * 1_000) / 10))}
          path={`${path}.weight`}
          most={100}
          value={weight}
          onValue={(to) => model.edit((now) => withShare(now, of, { weight: to }))}
        />
      </div>
      <div class="row wrap">
        <Button onClick={() => go({ tab: 'content', step: undefined, variant: of ?? undefined })}>
          {texts.edit(called)}
        </Button>
        <Button onClick={onWin}>{texts.win(called)}</Button>
        {of !== null && <Button onClick={remove}>{texts.remove(called)}</Button>}
      </div>
    </li>
  );
}
