import { common, content, widgetApi } from '@banso/contract';
import {
  ButtonLink,
  Card,
  CheckIcon,
  CodeBlock,
  CopyField,
  Icon,
  Notice,
  RadioSegment,
  Select,
  Switch,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useInstallation } from '../use-installation.ts';
import { useKeys } from '../use-keys.ts';
import { LastEvents } from './last-events.tsx';
import { LiveCard } from './live-card.tsx';
import { KEY_PLACEHOLDER, moduleSnippet, policySnippet, tagSnippet } from './snippet.ts';
import { installTexts } from './texts.ts';

/** From the snippet to the first page that arrives. */
export function InstallSection() {
  const installation = useInstallation();
  const seen = installation.data?.data;
  return (
    <div class="set-col">
      <Steps seen={seen?.lastSeenAt != null} verified={(seen?.verifiedSessions24h ?? 0) > 0} />
      <LiveCard read={installation} />
      <Snippet />
      {seen && <LastEvents events={seen.lastEvents} />}
    </div>
  );
}

function Steps({ seen, verified }: { seen: boolean; verified: boolean }) {
  const texts = textsOf(installTexts);
  const published = useRead('/v1/checklists', common.page(content.checklist.Summary), {
    status: 'published',
    limit: 1,
  });
  const done = {
    snippet: seen,
    seen,
    identity: verified,
    checklist: (published.data?.data.data.length ?? 0) > 0,
  };
  const names = ['snippet', 'seen', 'identity', 'checklist'] as const;
  const next = names.find((name) => !done[name]);
  return (
    <ol class="steps4" aria-label={texts.progress}>
      {names.map((name, index) => (
        <li
          key={name}
          class={done[name] ? 'done' : undefined}
          aria-current={name === next ? 'step' : undefined}
        >
          {done[name] ? <Icon of={CheckIcon} /> : <i aria-hidden="true">{index + 1}</i>}
          <span>{texts.steps[name]}</span>
          {done[name] && <span class="vh">, {texts.done}</span>}
        </li>
      ))}
    </ol>
  );
}

function Snippet() {
  const texts = textsOf(installTexts);
  const [way, setWay] = useState<'tag' | 'npm'>('tag');
  const [chosen, setChosen] = useState<string>();
  const [pin, setPin] = useState(false);
  const release = useRead('/w/integrity.json', widgetApi.Integrity, undefined, { enabled: pin });
  const read = useKeys();
  const keys = (read.data?.data.data ?? []).filter(
    ({ kind, value }) => kind === 'publishable' && value !== null,
  );
  const key = keys.find(({ id }) => id === chosen) ?? keys[0];
  const value = key?.value ?? KEY_PLACEHOLDER;
  const host = location.origin;

  return (
    <Card
      title={texts.snippet}
      actions={
        <span class="row set-actions">
          {keys.length > 1 && key && (
            <Select
              class="set-key"
              aria-label={texts.key}
              options={keys.map(({ id, name }) => ({ value: id, label: name }))}
              value={key.id}
              onValue={setChosen}
            />
          )}
          <RadioSegment
            label={texts.how}
            options={[
              { value: 'tag', label: texts.tag },
              { value: 'npm', label: texts.npm },
            ]}
            value={way}
            onChange={setWay}
          />
        </span>
      }
    >
      <div class="stack roomy">
        <p class="ink2">{way === 'tag' ? texts.tagWhat : texts.npmWhat}</p>
        {!may('administer') && <Notice>{texts.placeholder}</Notice>}
        {read.isSuccess && keys.length === 0 && (
          <Notice
            tone="warn"
            action={
              <ButtonLink small href="/console/settings/keys">
                {texts.toKeys}
              </ButtonLink>
            }
          >
            {texts.noKey}
          </Notice>
        )}
        {way === 'tag' && <Switch label={texts.pin} hint={texts.pinWhat} checked={pin} onChange={setPin} />}
        {way === 'tag' && pin && release.isError && <Notice tone="warn">{texts.pinFailed}</Notice>}
        {way === 'tag' ? (
          <CodeBlock
            label={texts.snippet}
            caption="index.html"
            language="html"
            code={tagSnippet(host, value, texts.token, pin ? release.data?.data : undefined)}
          />
        ) : (
          <CodeBlock
            label={texts.snippet}
            caption="app.js"
            language="js"
            code={moduleSnippet(host, value, texts.token)}
          />
        )}
        <p>
          <a class="link" href="/console/settings/identity">
            {texts.toIdentity}
          </a>
        </p>
        <div class="stack">
          <h3>{texts.csp}</h3>
          <p class="ink2">{texts.cspWhat}</p>
          <CopyField label="Content-Security-Policy" value={policySnippet(host)} />
          <p class="muted xs">{texts.cspNonce}</p>
        </div>
      </div>
    </Card>
  );
}
