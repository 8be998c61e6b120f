import { Card } from '@banso/ui';
import { language } from '../../data/session.ts';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Report } from './report.ts';
import { scoreTexts } from './texts.ts';

const RATES = [
  { name: 'response', part: 'started', whole: 'shown' },
  { name: 'completion', part: 'completed', whole: 'started' },
  { name: 'completedShare', part: 'completed', whole: 'shown' },
  { name: 'dismissal', part: 'dismissed', whole: 'shown' },
] as const;

/** How many of those who saw the survey began, finished, or closed it; each with what it is a share of. */
export function ScoreRates({ report: { rates } }: { report: Report }) {
  const texts = textsOf(scoreTexts);
  const percent = new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Card
      class="wide"
      title={texts.rates}
      meta={texts.ratesMeta(formatDay(rates.from), formatDay(rates.to))}
      flush
    >
      <table class="tbl sc-table">
        <thead>
          <tr>
            <th scope="col">{texts.rate}</th>
            <th scope="col" class="r">
              %
            </th>
            <th scope="col">{texts.ofWhat}</th>
          </tr>
        </thead>
        <tbody>
          {RATES.map(({ name, part, whole }) => {
            const rate = rates[name];
            return (
              <tr key={name}>
                <th scope="row">{texts.rateNames[name]}</th>
                <td class="r">{rate === null ? '–' : <b>{percent.format(rate)}</b>}</td>
                <td class="sc-of muted">
                  {texts.rateOf[name](formatNumber(rates[part]), formatNumber(rates[whole]))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
