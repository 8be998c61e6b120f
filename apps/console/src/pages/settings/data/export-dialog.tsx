import { common, content } from '@banso/contract';
import { Export, EXPORT_KINDS } from '@banso/contract/history';
import { Button, Checkbox, Dialog, Field, FieldGroup, Input, Notice, RadioSegment, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget, useRead } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { fetchExport } from './fetch-export.ts';
import { dataTexts } from './texts.ts';

/** Asks what to take out, and fetches it. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(dataTexts);
  const submit = useSubmit();
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const [kind, setKind] = useState<(typeof EXPORT_KINDS)[number]>('responses');
  const [surveyId, setSurveyId] = useState('');
  const [format, setFormat] = useState<'csv' | 'jsonl'>('csv');
  const [forExcel, setForExcel] = useState(true);
  const [from, setFrom] = useState('');
  const make = () =>
    submit.run(async () => {
      const { data } = await api.call('POST', '/v1/exports', {
        schema: Export,
        body: {
          kind,
          format,
          ...(kind === 'responses' && surveyId !== '' && { surveyId }),
          ...(kind === 'responses' && from !== '' && { from: new Date(`${from}T00:00`).toISOString() }),
          ...(format === 'csv' && { byteOrderMark: forExcel }),
        },
      });
      fetchExport(data.id);
      forget('/v1/exports');
      forget('/v1/audit-log');
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.export}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.download}
          </Button>
        </>
      }
    >
      <div class="fields">
        <FieldGroup legend={texts.content}>
          <RadioSegment
            label={texts.content}
            options={EXPORT_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
        </FieldGroup>
        {kind === 'responses' && (
          <>
            <Field label={texts.survey} hint={texts.exportSurveyHint}>
              <Select
                options={[
                  { value: '', label: texts.allSurveys },
                  ...(surveys.data?.data.data ?? []).map(({ id, name }) => ({
                    value: id,
                    label: name,
                  })),
                ]}
                value={surveyId}
                onValue={setSurveyId}
              />
            </Field>
            <Field label={texts.since} optional>
              <Input type="date" value={from} onValue={setFrom} />
            </Field>
          </>
        )}
        <FieldGroup legend={texts.format} hint={texts.formatHints[format]}>
          <RadioSegment
            label={texts.format}
            options={(['csv', 'jsonl'] as const).map((value) => ({ value, label: texts.formats[value] }))}
            value={format}
            onChange={setFormat}
          />
        </FieldGroup>
        {format === 'csv' && <Checkbox label={texts.forExcel} checked={forExcel} onChange={setForExcel} />}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.code === 'rate_limited' ? texts.tooMany : texts.notSent}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
