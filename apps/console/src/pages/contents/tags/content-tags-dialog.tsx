import { MOST_TAGS } from '@banso/domain/content';
import { Button, Dialog, Field, Notice } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../../../data/api.ts';
import { forget } from '../../../data/query.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { ContentMenu } from '../list/use-content-menu.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { enteredIn, type EnteredTags, TagsInput } from './tags-input.tsx';
import { tagTexts } from './texts.ts';
import { TAGS_PATH, useKnownTags } from './use-known-tags.ts';

/** The tags of one content. */
export function ContentTagsDialog({ menu, content }: { menu: ContentMenu; content: ContentSummary }) {
  const texts = textsOf(tagTexts);
  const known = useKnownTags();
  const [entered, setEntered] = useState<EnteredTags>({ tags: content.tags, typed: '' });
  return (
    <TagsForm
      title={texts.titleOf(content.name)}
      onClose={menu.leave}
      save={() => menu.change(content, { tags: enteredIn(entered).slice(0, MOST_TAGS) }, texts.saved)}
    >
      <Field label={texts.tags} hint={texts.hint(MOST_TAGS)}>
        <TagsInput value={entered} onValue={setEntered} known={known} />
      </Field>
    </TagsForm>
  );
}

/** A dialog around tags that are saved, with what keeps them from being so. */
export function TagsForm(props: {
  title: string;
  onClose: () => void;
  /** @throws {ApiError} */
  save: () => Promise<void>;
  /** Why it is not sent; undefined: it can be. */
  missing?: string | undefined;
  children: ComponentChildren;
}) {
  const texts = textsOf(tagTexts);
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const { missing } = props;
  const save = () => {
    setTried(true);
    if (missing === undefined)
      void submit.run(async () => {
        await props.save();
        forget(TAGS_PATH);
      });
  };
  const said = tried ? (missing ?? (submit.problem && problemWords(submit.problem))) : undefined;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      onSubmit={save}
      actions={
        <>
          <Button onClick={props.onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div class="fields">
        {props.children}
        {said && (
          <Notice tone="bad" live="assertive">
            {said}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function problemWords({ status }: ApiError): string {
  const texts = textsOf(tagTexts);
  if (status === 403) return texts.forbidden;
  if (status === 409 || status === 412) return texts.overtaken;
  return status === 400 ? texts.tooMany(MOST_TAGS) : texts.notDone;
}
