import { Addressees } from '@banso/contract/survey-links';
import { Button, DownloadIcon, Field, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { download } from '../../../data/download.ts';
import { useRead } from '../../../data/query.ts';
import { workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useSegmentNames } from '../audience/use-segment-names.ts';
import { shareTexts } from './texts.ts';

/** Whom personal addresses are made for, how many that are, and the file. */
export function Addresses({ path }: { path: string }) {
  const texts = textsOf(shareTexts);
  const segments = useSegmentNames();
  const [segmentId, setSegmentId] = useState('');
  const of = segmentId === '' ? {} : { segmentId };
  const found = useRead(path, Addressees, of).data?.data;
  return (
    <div class="stack">
      <Field label={texts.people}>
        <Select
          value={segmentId}
          onValue={setSegmentId}
          options={[
            { value: '', label: texts.everybody },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <p class="hint" role="status">
        {found &&
          [
            texts.count(found.people),
            ...(found.withoutEmail > 0 ? [texts.withoutEmail(found.withoutEmail)] : []),
            ...(found.leftOut > 0 ? [texts.leftOut(found.leftOut)] : []),
          ].join(' · ')}
      </p>
      {found && found.people > 0 && (
        <div class="row">
          <Button
            icon={DownloadIcon}
            onClick={() => download(`${path}/csv`, { ...of, workspace: workspace.peek()?.id ?? '' })}
          >
            {texts.csv}
          </Button>
        </div>
      )}
      <p class="hint">{texts.csvWhat}</p>
    </div>
  );
}
