import { matchesPage } from '@banso/domain/targeting';
import { Field, Input, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { ValueList } from '../fields/value-list.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** On which pages the content may be seen, with a place to try an address. */
export function PagesField({ label, hint }: { label?: string | undefined; hint?: string | undefined }) {
  const texts = wordsOf('delivery');
  const { model } = useEditor();
  const [url, setUrl] = useState('');
  const { pages } = model.draft.value.delivery;
  const problem = problemAt(model.problems.value, 'delivery.pages');
  return (
    <div class="fields">
      <Field
        label={label ?? texts.pages}
        hint={hint ?? texts.pagesHint}
        error={problem && problemWords(problem)}
      >
        <ValueList
          mono
          path="delivery.pages"
          maxLength={500}
          most={50}
          placeholder="/projects/*"
          values={pages}
          onValues={(to) => model.editDelivery({ pages: to })}
        />
      </Field>
      {pages.length > 0 && (
        <Field
          label={texts.tryUrl}
          hint={url.trim() === '' ? texts.tryUrlHint : <Verdict pages={pages} url={url.trim()} />}
        >
          <Input
            mono
            type="url"
            placeholder="https://app.example.com/projects/42"
            value={url}
            onValue={setUrl}
          />
        </Field>
      )}
    </div>
  );
}

function Verdict({ pages, url }: { pages: readonly string[]; url: string }) {
  const texts = wordsOf('delivery');
  const match = pages.find((pattern) => matchesPage(pattern, url));
  return (
    <span role="status">
      {match === undefined ? (
        <Status tone="bad" label={texts.noMatch} small />
      ) : (
        <Status tone="good" label={texts.match(match)} small />
      )}
    </span>
  );
}
