import { TaggedContents } from '@banso/contract/tags';
import { MOST_TAGS } from '@banso/domain/content';
import { Field } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { TagsForm } from './content-tags-dialog.tsx';
import { enteredIn, type EnteredTags, TagsInput } from './tags-input.tsx';
import { tagTexts } from './texts.ts';
import { TAGS_PATH, useKnownTags } from './use-known-tags.ts';

/** Contents of one request; the API takes no more. */
const AT_ONCE = 200;

/** Props of {@link ManyTagsDialog}. */
export interface ManyTagsDialogProps {
  ids: readonly string[];
  onClose: () => void;
  onSaved: () => void;
}

/** Puts tags on several contents and takes others away. */
export function ManyTagsDialog({ ids, onClose, onSaved }: ManyTagsDialogProps) {
  const texts = textsOf(tagTexts);
  const known = useKnownTags();
  const [adding, setAdding] = useState<EnteredTags>({ tags: [], typed: '' });
  const [taking, setTaking] = useState<EnteredTags>({ tags: [], typed: '' });
  const add = enteredIn(adding);
  const remove = enteredIn(taking);
  const save = async () => {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const body = { contents: ids.slice(from, from + AT_ONCE), add, remove };
      await api.call('POST', TAGS_PATH, { schema: TaggedContents, body });
    }
    toaster.show({ message: texts.saved });
    onSaved();
  };
  return (
    <TagsForm
      title={texts.titleOfMany(ids.length)}
      onClose={onClose}
      save={save}
      missing={add.length + remove.length === 0 ? texts.needed : undefined}
    >
      <Field label={texts.add} hint={texts.hint(MOST_TAGS)}>
        <TagsInput value={adding} onValue={setAdding} known={known} />
      </Field>
      <Field label={texts.take} hint={texts.takeHint}>
        <TagsInput value={taking} onValue={setTaking} known={known} />
      </Field>
    </TagsForm>
  );
}
