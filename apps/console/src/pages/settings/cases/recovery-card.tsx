import { common, content } from '@banso/contract';
import { Card, Field, Input, Select } from '@banso/ui';
import { useRead } from '../../../data/query.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { DraftProps } from './draft.ts';
import { isRecoveryDays } from './draft.ts';
import { caseSettingsTexts } from './texts.ts';

/** Which survey asks for the score again once a case is resolved, and when. */
export function RecoveryCard({ draft, onDraft }: DraftProps) {
  const texts = textsOf(caseSettingsTexts);
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const { recovery } = draft;
  const set = (change: Partial<typeof recovery>) => onDraft({ recovery: { ...recovery, ...change } });
  const isWrong = recovery.surveyId !== '' && !isRecoveryDays(recovery.afterDays);
  const choices = (surveys.data?.data.data ?? [])
    .filter(({ scales }) => scales?.includes('nps'))
    .map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = recovery.surveyId === '' || choices.some(({ value }) => value === recovery.surveyId);
  return (
    <Card title={texts.recovery}>
      <div class="stack">
        <p class="hint">{texts.recoveryWhat}</p>
        <Field label={texts.recoverySurvey}>
          <Select
            options={[
              { value: '', label: texts.noRecovery },
              ...choices,
              ...(isKnown ? [] : [{ value: recovery.surveyId, label: recovery.surveyId }]),
            ]}
            value={recovery.surveyId}
            onValue={(surveyId) => set({ surveyId })}
          />
        </Field>
        {recovery.surveyId === '' && (
          <p>
            <a class="link" href="/console/surveys">
              {texts.recoveryTemplate}
            </a>
          </p>
        )}
        {recovery.surveyId !== '' && (
          <Field label={texts.recoveryDays} error={isWrong ? texts.wrongRecoveryDays : undefined}>
            <Input
              class="cset-n"
              type="number"
              inputMode="numeric"
              min={0}
              max={90}
              value={recovery.afterDays}
              onValue={(afterDays) => set({ afterDays })}
            />
          </Field>
        )}
      </div>
    </Card>
  );
}
