import { ExperimentReport } from '@banso/contract/experiment';
import type { ContentKind } from '@banso/domain/content';
import { Button, Card, Skeleton, Switch } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../../data/query.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import '../../experiments/experiments.css';
import { NEW_EXPERIMENT, PlanFields } from '../../experiments/plan-fields.tsx';
import { ReadoutCard } from '../../experiments/readout-card.tsx';
import { experimentTexts } from '../../experiments/texts.ts';
import { recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { withoutExperiment } from '../model/variant-plan.ts';
import { VariantsCard } from './variants-card.tsx';

/** Whom the content is kept from, and what that says of it. */
export function ExperimentTab() {
  const { model } = useEditor();
  const { kind } = model;
  const { version } = model.record.value;
  return (
    <div class="tabp tabp-wide">
      {version !== null && <Published />}
      <Plan />
      {hasEnd(kind) && <VariantsCard />}
      <ForEveryone />
    </div>
  );
}

const hasEnd = (kind: ContentKind): boolean => kind === 'checklist' || kind === 'survey';

function Plan() {
  const texts = textsOf(experimentTexts);
  const { model, readOnly } = useEditor();
  const { experiment } = model.draft.value.delivery;
  const missing = problemAt(model.problems.value, 'delivery.experiment.goal.event');
  // of one that was just begun nothing is said before somebody was in the field
  const [wasThere, setWasThere] = useState(experiment !== undefined);
  return (
    <Card title={texts.tab.title}>
      <fieldset class="stack roomy" disabled={readOnly} data-path="delivery.experiment">
        {experiment ? (
          <>
            <p class="ink2">{texts.tab.what}</p>
            <PlanFields
              plan={experiment}
              path="delivery.experiment"
              goalError={missing && wasThere ? texts.goalMissing : undefined}
              onGoalLeft={() => setWasThere(true)}
              onPlan={(plan) => model.editDelivery({ experiment: plan })}
            />
            <div class="row wrap">
              <Button onClick={() => model.edit(withoutExperiment)}>{texts.tab.end}</Button>
              <span class="muted">{texts.tab.endWhat}</span>
            </div>
          </>
        ) : (
          <>
            <p class="ink2">{texts.tab.noneWhat}</p>
            <div class="row">
              <Button
                onClick={() => {
                  setWasThere(false);
                  model.editDelivery({
                    experiment: {
                      ...NEW_EXPERIMENT,
                      unit: model.kind === 'survey' ? 'contact' : 'account',
                    },
                  });
                }}
              >
                {texts.tab.plan}
              </Button>
            </div>
          </>
        )}
      </fieldset>
    </Card>
  );
}

function ForEveryone() {
  const texts = textsOf(experimentTexts).tab;
  const { model, readOnly } = useEditor();
  return (
    <Card>
      <div data-path="delivery.everyone">
        <Switch
          label={texts.everyone}
          hint={texts.everyoneHint}
          checked={model.draft.value.delivery.everyone === true}
          onChange={(to) => model.editDelivery({ everyone: to ? true : undefined })}
          disabledReason={readOnly ? texts.readOnly : undefined}
        />
      </div>
    </Card>
  );
}

/** The latest experiment that customers were in. */
function Published() {
  const texts = textsOf(experimentTexts);
  const { model } = useEditor();
  const { kind } = model;
  const { id, version } = model.record.value;
  const read = useRead(`${recordPath(kind, id)}/experiment`, ExperimentReport, undefined, { of: version });
  if (read.isPending) return <Skeleton shape="cards" count={1} />;
  if (!read.data)
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  const { experiment, readout, ...rest } = read.data.data;
  if (!experiment || !readout) return null;
  return <ReadoutCard {...rest} experiment={experiment} readout={readout} hasEnd={hasEnd(kind)} />;
}
