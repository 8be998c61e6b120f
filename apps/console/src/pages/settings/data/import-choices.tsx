import { common, content } from '@banso/contract';
import { Import, ImportSummary } from '@banso/contract/history';
import type { DayOrder, ImportField } from '@banso/domain/history';
import { Button, Card, Checkbox, Field, FieldGroup, Notice, RadioSegment, Select } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, queries, useRead } from '../../../data/query.ts';
import { api, may, workspace } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { formatLanguage, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { zoneOptions } from '../../../texts/zone-options.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CheckReport } from './check-report.tsx';
import { ColumnTable } from './column-table.tsx';
import { dataTexts } from './texts.ts';

type Choices = NonNullable<Import['choices']>;
/** Stands for: a column says so. */
const BY_COLUMN = 'column';

/** Props of {@link ImportChoices}. */
export interface ImportChoicesProps {
  record: Import;
  /** Another survey was chosen: its questions are wanted. */
  onSurvey: (id: string | undefined) => void;
  suggestedFor: string | undefined;
}

/** What the columns of a file mean, the dry run, and the start. */
export function ImportChoices({ record, onSurvey, suggestedFor }: ImportChoicesProps) {
  const texts = textsOf(dataTexts);
  const { route } = useLocation();
  const own = useWorkspace().data?.data;
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const published = surveys.data?.data.data.filter(({ version }) => version !== null) ?? [];
  const [choices, setChoices] = useState<Choices>(() => record.choices ?? begun(record));
  const [isChanged, setChanged] = useState(record.report === null);
  const submit = useSubmit();
  const set = (change: Partial<Choices>) => {
    setChoices((before) => ({ ...before, ...change }));
    setChanged(true);
  };

  useEffect(() => {
    if (!own || record.choices) return;
    const saysUtc = /\butc\b/i.test(record.header[record.suggestion.fields.answeredAt ?? -1] ?? '');
    const timeZone = saysUtc ? 'UTC' : own.timeZone;
    setChoices((before) => ({ ...before, timeZone, locale: own.defaultLocale }));
  }, [own?.id]);
  useEffect(() => {
    // the questions of the survey that was chosen are there now
    if (suggestedFor && choices.surveyId === suggestedFor) set({ columns: record.suggestion });
  }, [suggestedFor, record.questions.length, record.suggestion]);

  const chooseSurvey = (to: string) => {
    const surveyId = to === BY_COLUMN || to === '' ? null : to;
    set({ surveyId, ...(surveyId === null && { columns: { ...choices.columns, questions: {} } }) });
    onSurvey(surveyId ?? undefined);
  };
  const check = () =>
    submit.run(async () => {
      const answer = await api.call('POST', `/v1/imports/${record.id}/check`, {
        schema: Import,
        body: choices,
      });
      setChanged(false);
      queries.setQueriesData(
        { predicate: ({ queryKey }) => queryKey[1] === `/v1/imports/${record.id}` },
        answer,
      );
    });
  const run = () =>
    submit.run(async () => {
      await api.call('POST', `/v1/imports/${record.id}/run`, { schema: ImportSummary, body: {} });
      forget('/v1/imports');
      forget('/v1/audit-log');
    });
  const remove = () =>
    submit.run(async () => {
      await api.call('DELETE', `/v1/imports/${record.id}`, { schema: z.unknown() });
      forget('/v1/imports');
      route('/console/settings/data');
    });
  const { fields } = choices.columns;
  const missing = missingIn(choices, texts.missing);
  const report = isChanged ? null : record.report;

  return (
    <>
      <Card title={texts.what}>
        <div class="fields set-form">
          <Field
            label={texts.survey}
            hint={surveys.isSuccess && published.length === 0 ? texts.noSurvey : texts.surveyHint}
            error={submit.errorAt('surveyId')}
          >
            <Select
              options={[
                { value: '', label: texts.choose },
                ...published.map(({ id, name }) => ({ value: id, label: name })),
                { value: BY_COLUMN, label: texts.byColumn },
              ]}
              value={choices.surveyId ?? (fields.survey === undefined ? '' : BY_COLUMN)}
              onValue={chooseSurvey}
            />
          </Field>
        </div>
      </Card>
      <Card title={texts.columns} meta={texts.columnsHint} flush>
        <ColumnTable record={record} columns={choices.columns} onChange={(columns) => set({ columns })} />
      </Card>
      <Card title={texts.rules}>
        <div class="fields set-form">
          {(record.needsDayOrder || choices.dayOrder !== null) && (
            <FieldGroup legend={texts.dayOrder} hint={texts.dayOrderHint}>
              <RadioSegment
                label={texts.dayOrder}
                options={(['', 'dmy', 'mdy'] as const).map((value) => ({
                  value,
                  label: value === '' ? texts.notChosen : texts.dayOrders[value],
                }))}
                value={choices.dayOrder ?? ''}
                onChange={(to: DayOrder | '') => set({ dayOrder: to === '' ? null : to })}
              />
            </FieldGroup>
          )}
          <Field label={texts.timeZone} hint={texts.timeZoneHint}>
            <Select
              options={zoneOptions(choices.timeZone)}
              value={choices.timeZone}
              onValue={(timeZone) => set({ timeZone })}
            />
          </Field>
          <Field label={texts.language} hint={texts.languageHint}>
            <Select
              options={[...new Set([choices.locale, ...(own?.locales ?? ['en', 'ja', 'ko'])])].map(
                (value) => ({
                  value,
                  label: formatLanguage(value),
                }),
              )}
              value={choices.locale}
              onValue={(locale) => set({ locale })}
            />
          </Field>
          <Checkbox
            label={texts.create}
            checked={choices.people === 'create'}
            onChange={(yes) => set({ people: yes ? 'create' : 'known' })}
          />
          <p class="muted xs">{texts.createHint}</p>
        </div>
      </Card>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.notSent}
        </Notice>
      )}
      {report && <CheckReport report={report} />}
      <div class="row wrap data-actions">
        {may('write') && (
          <Button variant="ghost" busy={submit.busy} onClick={() => void remove()}>
            {texts.forget}
          </Button>
        )}
        <span class="grow" />
        <Button
          variant={report ? 'secondary' : 'primary'}
          busy={submit.busy}
          disabledReason={may('write') ? missing : texts.mayNot}
          onClick={() => void check()}
        >
          {report ? texts.checkAgain : texts.check}
        </Button>
        {report && (
          <Button
            variant="primary"
            busy={submit.busy}
            disabledReason={
              !may('publish')
                ? texts.mayNot
                : report.ready + report.changed === 0
                  ? texts.nothingReady
                  : undefined
            }
            onClick={() => void run()}
          >
            {texts.run(formatNumber(report.ready + report.changed))}
          </Button>
        )}
      </div>
    </>
  );
}

/** What is chosen before anybody has looked. */
function begun(record: Import): Choices {
  return {
    surveyId: null,
    columns: record.suggestion,
    dayOrder: null,
    timeZone: workspace.peek()?.timeZone ?? 'UTC',
    locale: 'en',
    people: 'create',
  };
}

/** What still has to be said before a dry run; undefined: nothing. */
function missingIn(
  { surveyId, columns }: Choices,
  texts: Readonly<Record<string, string>>,
): string | undefined {
  const has = (field: ImportField): boolean => columns.fields[field] !== undefined;
  if (surveyId === null && !has('survey')) return texts['survey'];
  if (!has('email') && !has('externalId')) return texts['person'];
  if (!has('answeredAt')) return texts['time'];
  const hasAnswer = has('score') || has('text') || Object.keys(columns.questions).length > 0;
  return hasAnswer ? undefined : texts['answer'];
}
