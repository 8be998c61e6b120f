import { Card, Chip, IntervalScale, Legend } from '@banso/ui';
import { formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { accountTexts } from '../accounts/texts.ts';
import { FigureCells } from './figure-cells.tsx';
import { type By, type Report, scaleOf } from './report.ts';
import { scoreTexts } from './texts.ts';

type Segment = Report['segments'][number];

/** What a value of a dimension is called. */
export function segmentName(by: By, value: string, name: string | null | undefined): string {
  const texts = textsOf(scoreTexts);
  if (by === 'owner') return value === '' ? texts.nobody : (name ?? texts.formerMember);
  if (value === '') return texts.unknown;
  if (by === 'locale') return formatLanguage(value);
  const lifecycles: Readonly<Record<string, string>> = textsOf(accountTexts).lifecycles;
  return by === 'lifecycle' ? (lifecycles[value] ?? value) : value;
}

/** Each segment against everybody else, with what the difference is worth. A name narrows the page to its segment. */
export function ScoreSegments({
  report,
  hrefOf,
}: {
  report: Report;
  hrefOf: (by: By, value: string) => string;
}) {
  const texts = textsOf(scoreTexts);
  const { kind, segments, comparisons } = report;
  if (segments.length === 0)
    return (
      <Card class="wide" title={texts.segments}>
        <p class="muted">{texts.noSegments}</p>
      </Card>
    );
  const groups = [...new Set(segments.map(({ by }) => by))];
  return (
    <Card
      class="wide"
      title={texts.segments}
      meta={texts.segmentsMeta}
      actions={
        <Legend
          items={[
            { label: texts.facts.interval, sign: 'dot' },
            { label: `${texts.verdicts.higher} / ${texts.verdicts.lower}`, sign: 'dot-accent' },
          ]}
        />
      }
      flush
    >
      <table class="tbl sc-table">
        <thead>
          <tr>
            <th scope="col">{texts.segment}</th>
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
        {groups.map((by) => (
          <tbody key={by}>
            <tr class="sc-by">
              <th scope="rowgroup" colSpan={5}>
                {texts.by[by]}
              </th>
            </tr>
            {segments
              .filter((segment) => segment.by === by)
              .toSorted((one, other) => other.n - one.n)
              .map((segment) => (
                <Row key={segment.value} kind={kind} segment={segment} href={hrefOf(by, segment.value)} />
              ))}
          </tbody>
        ))}
      </table>
      {comparisons > 0 && <p class="sc-foot muted xs">{texts.corrected(comparisons)}</p>}
    </Card>
  );
}

function Row({ kind, segment, href }: { kind: Report['kind']; segment: Segment; href: string }) {
  const texts = textsOf(scoreTexts);
  const { by, value, name, verdict, confidence } = segment;
  const differs = verdict === 'higher' || verdict === 'lower';
  return (
    <tr>
      <th scope="row">
        <a href={href}>{segmentName(by, value, name)}</a>{' '}
        {confidence === 'low_sample' && <Chip>{texts.lowSample}</Chip>}
      </th>
      <FigureCells kind={kind} figure={segment} differs={differs} />
      <td class={differs ? 'sc-verdict-cell' : 'sc-verdict-cell muted'}>{texts.verdicts[verdict]}</td>
    </tr>
  );
}
