import { CheckIcon, ClockIcon, Icon, Skeleton } from '@banso/ui';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatNear, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { useInstallation } from '../use-installation.ts';
import { useNow } from '../use-now.ts';
import { installTexts } from './texts.ts';

/** After so long without a page the picture stops pulsing, in milliseconds. */
const QUIET_MS = 60 * 60_000;

/** "We saw your page 4 s ago", counting by itself. */
export function LiveCard({ read }: { read: ReturnType<typeof useInstallation> }) {
  const texts = textsOf(installTexts);
  const now = useNow(1_000);
  if (read.isPending) return <Skeleton shape="cards" count={1} />;
  const seen = read.data?.data;
  if (!seen) {
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  }
  const { lastSeenAt, lastPageUrl, sessions24h, verifiedSessions24h, contacts } = seen;
  const quiet = lastSeenAt !== null && now - Date.parse(lastSeenAt) > QUIET_MS;
  const share = sessions24h > 0 ? Math.round((verifiedSessions24h / sessions24h) * 100) : undefined;
  return (
    <section class="card live-card" aria-labelledby="live-title">
      <span class={lastSeenAt === null ? 'pulse none' : quiet ? 'pulse still' : 'pulse'}>
        <Icon of={lastSeenAt === null ? ClockIcon : CheckIcon} />
      </span>
      <div class="grow">
        <h2 id="live-title">
          {lastSeenAt === null
            ? texts.waiting
            : texts.saw(formatNear(lastSeenAt, Math.max(now, Date.parse(lastSeenAt))))}
        </h2>
        <p class="muted">
          {lastSeenAt === null && texts.waitingWhat}
          {lastSeenAt !== null && lastPageUrl && <span class="mono trunc live-url">{lastPageUrl}</span>}
          {quiet && <span class="xs">{texts.quiet}</span>}
        </p>
        <span class="vh" role="status">
          {lastSeenAt === null ? '' : texts.arrived}
        </span>
      </div>
      {lastSeenAt !== null && (
        <dl class="live-facts">
          <div>
            <dt>{texts.sessions}</dt>
            <dd>{formatNumber(sessions24h)}</dd>
          </div>
          {share !== undefined && (
            <div>
              <dt>{texts.verified}</dt>
              <dd>{formatNumber(share)} %</dd>
            </div>
          )}
          <div>
            <dt>{texts.people}</dt>
            <dd>
              <a class="num" href="/console/contacts">
                {formatNumber(contacts)}
              </a>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
