import { HoldoutReport } from '@banso/contract/experiment';
import type { Experiment } from '@banso/domain/experiment';
import { Card, Checkbox, Notice, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import type { Answer } from '../../../data/api.ts';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import '../../experiments/experiments.css';
import { NEW_EXPERIMENT, PlanFields } from '../../experiments/plan-fields.tsx';
import { ReadoutCard } from '../../experiments/readout-card.tsx';
import { experimentTexts } from '../../experiments/texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { SaveRow, saveTexts } from '../save-row.tsx';

const PATH = '/v1/holdout';

/** Whom the workspace keeps without anything, and what that says. */
export function HoldoutSection() {
  const texts = textsOf(experimentTexts);
  const read = useRead(PATH, HoldoutReport);
  if (read.isPending) return <Skeleton shape="cards" count={2} />;
  if (!read.data)
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  const { holdout, readout, asOf } = read.data.data;
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="workspace" />}
      <p class="muted">{texts.holdout.what}</p>
      <Form read={read.data} />
      {holdout && readout && (
        <ReadoutCard experiment={holdout} readout={readout} asOf={asOf} hasEnd={false} />
      )}
    </div>
  );
}

/** Saved as a whole: half of a plan is none. */
function Form({ read }: { read: Answer<HoldoutReport> }) {
  const texts = textsOf(experimentTexts);
  const { holdout: words } = texts;
  const saved = read.data.holdout;
  const [draft, setDraft] = useState<Experiment | null>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'conflict' | 'notSaved'>();
  const plan = draft === undefined ? saved : draft;
  const isDirty = JSON.stringify(plan) !== JSON.stringify(saved);
  const isMissing = plan !== null && plan.goal.event.trim() === '';

  async function save(): Promise<void> {
    setTried(true);
    if (busy || isMissing) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await api.call('PUT', PATH, { schema: HoldoutReport, body: { holdout: plan }, etag: read.etag });
      setDraft(undefined);
      setTried(false);
      toaster.show({ message: words.saved });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTrouble(error.status === 412 ? 'conflict' : 'notSaved');
    } finally {
      forget(PATH);
      forget('/v1/workspaces'); // its ETag is another one
      forget('/v1/audit-log');
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset class="stack roomy" disabled={!may('administer')}>
        {trouble && (
          <Notice tone={trouble === 'conflict' ? 'warn' : 'bad'} live="assertive">
            {trouble === 'conflict' ? words.conflict : textsOf(saveTexts).notSaved}
          </Notice>
        )}
        <Card title={words.title}>
          <div class="stack">
            <Checkbox
              label={words.on}
              checked={plan !== null}
              onChange={(on) => setDraft(on ? (saved ?? { ...NEW_EXPERIMENT, controlPercent: 5 }) : null)}
            />
            {plan ? (
              <PlanFields
                plan={plan}
                onPlan={setDraft}
                goalError={tried && isMissing ? texts.goalMissing : undefined}
              />
            ) : (
              saved && <p class="hint">{words.endWhat}</p>
            )}
          </div>
        </Card>
        {isDirty && <SaveRow busy={busy} onDiscard={() => setDraft(undefined)} />}
      </fieldset>
    </form>
  );
}
