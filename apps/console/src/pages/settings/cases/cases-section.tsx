import { CaseSettings } from '@banso/contract/cases';
import { Notice, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import type { Answer } from '../../../data/api.ts';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { SaveRow, saveTexts } from '../save-row.tsx';
import { AssignCard } from './assign-card.tsx';
import './case-settings.css';
import { draftOf, settingsOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { HoursCard } from './hours-card.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { TargetsCard } from './targets-card.tsx';
import { caseSettingsTexts } from './texts.ts';

const PATH = '/v1/case-settings';

/** How the workspace closes the loop: office hours, what opens a case, and who gets it. */
export function CasesSection() {
  const texts = textsOf(caseSettingsTexts);
  const read = useRead(PATH, CaseSettings);
  if (read.isPending) return <Skeleton shape="cards" count={3} />;
  if (!read.data)
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="workspace" />}
      <p class="muted">{texts.what}</p>
      <Form read={read.data} />
    </div>
  );
}

/** Saved as a whole: hours without their targets say nothing. */
function Form({ read }: { read: Answer<CaseSettings> }) {
  const texts = textsOf(caseSettingsTexts);
  const [edited, setEdited] = useState<Draft>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'conflict' | 'notSaved' | 'recovery'>();
  const saved = draftOf(read.data);
  const draft = edited ?? saved;
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const settings = settingsOf(draft);
  const set = (change: Partial<Draft>) => setEdited({ ...draft, ...change });

  async function save(): Promise<void> {
    if (busy || !settings) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await api.call('PUT', PATH, { schema: CaseSettings, body: settings, etag: read.etag });
      setEdited(undefined);
      toaster.show({ message: texts.saved });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const isSurvey = error.errors.some(({ path }) => path === 'recovery.surveyId');
      setTrouble(error.status === 412 ? 'conflict' : isSurvey ? 'recovery' : 'notSaved');
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
        {trouble === 'recovery' && (
          <Notice tone="warn" live="assertive">
            {texts.wrongSurvey}
          </Notice>
        )}
        {trouble && trouble !== 'recovery' && (
          <Notice tone={trouble === 'conflict' ? 'warn' : 'bad'} live="assertive">
            {trouble === 'conflict' ? texts.conflict : textsOf(saveTexts).notSaved}
          </Notice>
        )}
        <TargetsCard draft={draft} onDraft={set} />
        <HoursCard draft={draft} onDraft={set} />
        <AssignCard draft={draft} onDraft={set} />
        <RecoveryCard draft={draft} onDraft={set} />
        {isDirty && <SaveRow busy={busy} onDiscard={() => setEdited(undefined)} />}
      </fieldset>
    </form>
  );
}
