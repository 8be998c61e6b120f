import { Card, CheckIcon, ClockIcon, CodeBlock, Icon, RadioSegment, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { LastEvents } from '../install/last-events.tsx';
import { useInstallation } from '../use-installation.ts';
import { useNow } from '../use-now.ts';
import type { ServerWay } from './server-snippets.ts';
import { serverSnippet } from './server-snippets.ts';
import { serverTexts } from './server-texts.ts';

/** After so long without a word the picture stops pulsing, in milliseconds. */
const QUIET_MS = 60 * 60_000;

/** From the lines for a server to the first fact that arrives from it. */
export function ServerCards() {
  const texts = textsOf(serverTexts);
  const read = useInstallation();
  const [way, setWay] = useState<ServerWay>('curl');
  const told = read.data?.data.lastFromServers;
  return (
    <>
      <Card
        title={texts.title}
        actions={
          <span class="row set-actions">
            <RadioSegment
              label={texts.how}
              options={(['curl', 'segment', 'rudder'] as const).map((value) => ({
                value,
                label: texts.ways[value],
              }))}
              value={way}
              onChange={setWay}
            />
          </span>
        }
      >
        <div class="stack roomy">
          <p class="ink2">{texts.what}</p>
          <CodeBlock
            label={texts.snippet}
            caption={way === 'curl' ? 'curl' : 'server.js'}
            language={way === 'curl' ? 'sh' : 'js'}
            code={serverSnippet(way, location.origin)}
          />
          <p class="muted xs">{texts.again}</p>
        </div>
      </Card>
      {read.isPending && <Skeleton shape="cards" count={1} />}
      {!read.isPending && !told && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {told && <Heard at={told[0]?.receivedAt} />}
      {told && told.length > 0 && <LastEvents title={texts.last} events={told} />}
    </>
  );
}

/** "We heard your server 4 s ago", counting by itself. */
function Heard({ at }: { at: string | undefined }) {
  const texts = textsOf(serverTexts);
  const now = useNow(1_000);
  const isQuiet = at !== undefined && now - Date.parse(at) > QUIET_MS;
  return (
    <section class="card live-card" aria-labelledby="server-heard">
      <span class={at === undefined ? 'pulse none' : isQuiet ? 'pulse still' : 'pulse'}>
        <Icon of={at === undefined ? ClockIcon : CheckIcon} />
      </span>
      <div class="grow">
        <h2 id="server-heard">
          {at === undefined ? texts.waiting : texts.saw(formatNear(at, Math.max(now, Date.parse(at))))}
        </h2>
        {at === undefined && <p class="muted">{texts.waitingWhat}</p>}
        <span class="vh" role="status">
          {at === undefined ? '' : texts.arrived}
        </span>
      </div>
    </section>
  );
}
