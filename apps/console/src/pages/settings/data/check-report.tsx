import type { ImportReport } from '@banso/contract/history';
import { Card, DefinitionList, Notice, Table } from '@banso/ui';
import { Said, wordsOf } from '../../../shell/said.tsx';
import { formatDay, formatLanguage, formatNumber, formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { dataTexts } from './texts.ts';

/** What a dry run tells: how much would come, what would not and why, and the first lines as they would be. */
export function CheckReport({ report }: { report: ImportReport }) {
  const texts = textsOf(dataTexts);
  const { ready, changed, known, failed, newPeople, newAccounts, from, to, samples, problems, causes } =
    report;
  return (
    <>
      <Card title={texts.report}>
        <div class="stack">
          <Notice
            tone={failed > 0 ? 'warn' : 'good'}
            live="polite"
            title={texts.wouldCome(ready, formatNumber(ready))}
          >
            {changed > 0 && `${texts.wouldChange(changed, formatNumber(changed))} `}
            {failed > 0 ? texts.wouldNot(failed, formatNumber(failed)) : texts.allFine}
          </Notice>
          <DefinitionList
            items={[
              ...(from && to
                ? [{ term: texts.period, detail: `${formatDay(from)} – ${formatDay(to)}` }]
                : []),
              { term: texts.newPeople, detail: formatNumber(newPeople) },
              { term: texts.newAccounts, detail: formatNumber(newAccounts) },
              { term: texts.changed, detail: formatNumber(changed) },
              { term: texts.cameBefore, detail: formatNumber(known) },
            ]}
          />
        </div>
      </Card>
      {failed > 0 && (
        <Card title={texts.problems} meta={texts.problemsHint} flush>
          <ul class="data-causes">
            {causes.map(({ column, code, lines }) => (
              <li key={`${code} ${column}`}>
                <b class="num">{formatNumber(lines)}</b> {texts.problemWords[code]}
                {column !== null && <span class="muted"> · {column}</span>}
              </li>
            ))}
          </ul>
          <Table
            caption={texts.problems}
            rows={problems}
            rowKey={({ line, code, column }) => `${line} ${code} ${column}`}
            rowName={({ line }) => texts.line(line)}
            columns={[
              {
                id: 'line',
                header: texts.lineHead,
                rowHeader: true,
                phone: 'title',
                cell: ({ line }) => texts.line(line),
              },
              { id: 'column', header: texts.column, phone: 'full', cell: ({ column }) => column ?? '–' },
              {
                id: 'what',
                header: texts.problem,
                phone: 'below',
                cell: ({ code }) => texts.problemWords[code],
              },
              {
                id: 'value',
                header: texts.value,
                phone: 'end',
                cell: ({ value }) => (
                  <span class="muted data-value">{value !== null && <Said text={value} />}</span>
                ),
              },
            ]}
          />
        </Card>
      )}
      {samples.length > 0 && (
        <Card title={texts.samples} flush>
          <Table
            caption={texts.samples}
            rows={samples}
            rowKey={({ line }) => `${line}`}
            rowName={({ person }) => person}
            columns={[
              {
                id: 'who',
                header: texts.groups.person,
                rowHeader: true,
                phone: 'title',
                cell: ({ person, account }) => (
                  <span class="key-name">
                    <span class="med">{person}</span>
                    <span class="muted reg xs">{account}</span>
                  </span>
                ),
              },
              {
                id: 'answers',
                header: texts.groups.answer,
                phone: 'below',
                cell: ({ answers }) => (
                  <span class="data-value">{answers.map(({ value }) => wordsOf(value)).join(' · ')}</span>
                ),
              },
              { id: 'survey', header: texts.survey, wideOnly: true, cell: ({ survey }) => survey },
              {
                id: 'when',
                header: texts.when,
                phone: 'below-end',
                cell: ({ answeredAt }) => <time dateTime={answeredAt}>{formatTime(answeredAt)}</time>,
              },
              {
                id: 'language',
                header: texts.language,
                wideOnly: true,
                cell: ({ locale }) => formatLanguage(locale),
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
