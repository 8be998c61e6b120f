import { Field, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { DraftChanges } from './draft-changes.tsx';
import { useEditor } from './editor-context.ts';

const DRAFT = 'draft';

/** What changed between any two versions, or a version and the draft, in words. */
export function CompareVersions({ versions }: { versions: readonly ContentVersion[] }) {
  const texts = textsOf(lifecycleTexts).compare;
  const { model } = useEditor();
  const [newest, before] = versions;
  // where the draft is what was published last, the question is what that publication changed
  const [first, last] = model.record.value.edited || !before ? [newest, undefined] : [before, newest];
  const [from, setFrom] = useState(`${first?.version ?? DRAFT}`);
  const [to, setTo] = useState(`${last?.version ?? DRAFT}`);
  const options = [
    { value: DRAFT, label: texts.draft },
    ...versions.map(({ version }) => ({ value: `${version}`, label: `v${version}` })),
  ];
  const draftOf = (value: string) =>
    versions.find(({ version }) => `${version}` === value)?.draft ?? model.draft.value;
  return (
    <details class="cmp">
      <summary>{texts.title}</summary>
      <div class="stack">
        <div class="fields two">
          <Field label={texts.from}>
            <Select options={options} value={from} onValue={setFrom} />
          </Field>
          <Field label={texts.to}>
            <Select options={options} value={to} onValue={setTo} />
          </Field>
        </div>
        <DraftChanges from={draftOf(from)} to={draftOf(to)} />
      </div>
    </details>
  );
}
