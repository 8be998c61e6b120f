import { Card, CodeBlock, CopyField, DefinitionList, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { SIGNING_SAMPLES } from './signing-samples.ts';
import { identityTexts } from './texts.ts';

/** How to make a token, in six languages, with the id of this workspace filled in. */
export function SigningCard({ audience }: { audience: string }) {
  const texts = textsOf(identityTexts);
  const [id, setId] = useState<(typeof SIGNING_SAMPLES)[number]['id']>('node');
  const sample = SIGNING_SAMPLES.find((each) => each.id === id) ?? SIGNING_SAMPLES[0];
  if (!sample) return null;
  return (
    <Card title={texts.sign}>
      <div class="stack roomy">
        <p class="ink2">{texts.signWhat}</p>
        <div class="stack">
          <div class="langs">
            <RadioSegment
              label={texts.language}
              options={SIGNING_SAMPLES.map((each) => ({ value: each.id, label: each.name }))}
              value={id}
              onChange={setId}
            />
          </div>
          <CopyField label={sample.name} value={sample.install} />
          <CodeBlock
            key={sample.id}
            label={sample.file}
            language={sample.id === 'node' ? 'js' : 'text'}
            code={sample.code(audience)}
          />
        </div>
        <div class="stack">
          <h3>{texts.claims}</h3>
          <DefinitionList
            items={[
              { term: 'sub', detail: texts.claimSub },
              { term: 'aud', detail: texts.claimAud },
              { term: 'exp', detail: texts.claimExp },
              { term: 'account', detail: texts.claimAccount },
              { term: 'traits', detail: texts.claimTraits },
            ]}
          />
        </div>
        <p>
          <a class="link" href="/console/settings/keys">
            {texts.toKeys}
          </a>
        </p>
      </div>
    </Card>
  );
}
