import { Card, ProgressBar } from '@banso/ui';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { identityTexts } from './texts.ts';

/** The share of sessions with a valid token: what to look at before turning the rest away. */
export function CoverageCard(props: { sessions: number; verified: number; mode: 'required' | 'measure' }) {
  const { sessions, verified, mode } = props;
  const texts = textsOf(identityTexts);
  // whole per cent, cut down: "100 %" is said of all of them only
  const share = sessions > 0 ? Math.floor((verified / sessions) * 100) : 0;
  const amount = texts.coveredOf(formatNumber(verified), formatNumber(sessions));
  return (
    <Card title={texts.coverage} meta={texts.coverageMeta}>
      {sessions === 0 ? (
        <p class="muted">{texts.noSessions}</p>
      ) : (
        <div class="stack">
          <p class="row">
            <b class="strong grow">{texts.covered(formatNumber(share))}</b>
            <span class="muted">{amount}</span>
          </p>
          <ProgressBar
            kind="measure"
            label={texts.coverage}
            value={verified}
            max={sessions}
            valueText={amount}
            tone={verified === sessions ? 'good' : undefined}
          />
          {verified === sessions && mode === 'measure' && <p class="muted">{texts.ready}</p>}
        </div>
      )}
    </Card>
  );
}
