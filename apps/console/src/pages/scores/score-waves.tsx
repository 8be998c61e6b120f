import { Card, IntervalScale } from '@banso/ui';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { FigureCells } from './figure-cells.tsx';
import { type Report, type RowsOf, scaleOf, signed } from './report.ts';
import { scoreTexts } from './texts.ts';

/** Each wave against the one before; nothing where the survey asks in none. */
export function ScoreWaves({ report, rowsOf }: { report: Report; rowsOf: RowsOf }) {
  const texts = textsOf(scoreTexts);
  const { kind, waves } = report;
  if (waves.length === 0) return null;
  return (
    <Card class="wide" title={texts.waves} meta={texts.wavesMeta} flush>
      <table class="tbl sc-table">
        <thead>
          <tr>
            <th scope="col">{texts.wave}</th>
            <th scope="col" class="r">
              n
            </th>
            <th scope="col" class="sc-bar">
              <span class="vh">{texts.facts.interval}</span>
              <IntervalScale scale={scaleOf(kind)} />
            </th>
            <th scope="col" class="r">
              {texts.kinds[kind].title}
            </th>
            <th scope="col">{texts.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {waves.toReversed().map((wave) => (
            <tr key={wave.index}>
              <th scope="row">
                <a href={rowsOf({ from: wave.from, to: wave.to })}>
                  {texts.waveName(wave.index + 1, formatDay(wave.from.slice(0, 10)))}
                </a>
              </th>
              <FigureCells kind={kind} figure={wave} differs={wave.change?.detectable ?? false} />
              <td class={wave.change?.detectable ? 'sc-verdict-cell' : 'sc-verdict-cell muted'}>
                <WaveVerdict wave={wave} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function WaveVerdict({ wave: { change, score } }: { wave: Report['waves'][number] }) {
  const texts = textsOf(scoreTexts);
  if (!change || score === null) return <>–</>;
  const verdict = change.detectable ? (change.difference > 0 ? texts.up : texts.down) : texts.noChange;
  return (
    <>
      {verdict} <span class="muted xs">{signed(change.difference)}</span>
    </>
  );
}
