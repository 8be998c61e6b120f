import { MAX_LISTED } from '@banso/contract/segment';
import type { ListCondition } from '@banso/domain/targeting';
import { Button, TextArea } from '@banso/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useFormFrame } from '../frame/form-frame.ts';
import { problemAt } from '../model/draft-problems.ts';
import { idsIn, idsInCsv } from '../model/listed-ids.ts';
import { givenTexts } from '../texts/given.ts';
import type { LeafProps } from './condition-row-fields.tsx';

const LONGEST = 200;

/** Which ids are on a list: typed, pasted, or out of a CSV file. */
export function ListFields({ leaf, path, onLeaf }: LeafProps<ListCondition>) {
  const texts = textsOf(givenTexts);
  const { readOnly, problems } = useFormFrame();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(leaf.ids.join('\n'));
  const [isTooMuch, setTooMuch] = useState(false);
  useEffect(() => {
    if (!isTooMuch && idsIn(text).join('\n') !== leaf.ids.join('\n')) setText(leaf.ids.join('\n'));
  }, [leaf.ids]);

  const take = (ids: readonly string[], typed: string) => {
    const isMore = ids.length > MAX_LISTED || ids.some((id) => id.length > LONGEST);
    setText(typed);
    setTooMuch(isMore);
    if (!isMore) onLeaf({ ...leaf, ids });
  };
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    const ids = idsInCsv(await chosen.text());
    take(ids, ids.join('\n'));
  };
  return (
    <div class="listed">
      <TextArea
        aria-label={texts.ids[leaf.subject]}
        aria-invalid={isTooMuch || problemAt(problems, `${path}.ids`) ? 'true' : undefined}
        data-path={`${path}.ids`}
        rows={3}
        spellcheck={false}
        readOnly={readOnly}
        placeholder={texts.idsPlaceholder}
        value={text}
        onValue={(typed) => take(idsIn(typed), typed)}
      />
      <div class="row wrap">
        <span class={isTooMuch ? 'hint err grow' : 'muted grow'} role="status">
          {isTooMuch ? texts.tooMany(formatNumber(MAX_LISTED)) : texts.listed(leaf.ids.length)}
        </span>
        {!readOnly && (
          <>
            <Button small onClick={() => file.current?.click()}>
              {texts.fromFile}
            </Button>
            <input
              ref={file}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              hidden
              onChange={(event) => {
                void takeFile(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </>
        )}
      </div>
      <p class="hint">{texts.idsHint[leaf.subject]}</p>
    </div>
  );
}
