import { MOST_TAGS, tagKey } from '@banso/domain/content';
import { Button, Dialog, Field, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { textsOf } from '../../texts/use-texts.ts';
import { enteredIn, type EnteredTags, TagsInput } from '../contents/tags/tags-input.tsx';
import type { Change } from './changes.ts';
import { triageTexts } from './triage-texts.ts';
import { useChange } from './use-change.ts';
import { useTags } from './use-tags.ts';

/** Props of {@link TagsDialog}. */
export interface TagsDialogProps {
  ids: readonly string[];
  /** Of one answer: the tags it carries and whose it is. Undefined for several. */
  one?: { tags: readonly string[]; name: string } | undefined;
  onClose: () => void;
}

/** Tags of one answer as they shall be, or what is added to several and taken away. */
export function TagsDialog({ ids, one, onClose }: TagsDialogProps) {
  const texts = textsOf(triageTexts);
  const known = useTags().map(({ name }) => name);
  const change = useChange();
  const [own, setOwn] = useState<EnteredTags>({ tags: one?.tags ?? [], typed: '' });
  const [taking, setTaking] = useState<EnteredTags>({ tags: [], typed: '' });
  const [missing, setMissing] = useState(false);
  const wanted: Change = one
    ? { addTags: without(enteredIn(own), one.tags), removeTags: without(one.tags, enteredIn(own)) }
    : { addTags: enteredIn(own), removeTags: enteredIn(taking) };
  const save = async () => {
    const isNothing = wanted.addTags?.length === 0 && wanted.removeTags?.length === 0;
    if (isNothing && one) onClose();
    else if (isNothing) setMissing(true);
    else if (await change(ids, wanted, texts.tagged(ids.length))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={one ? texts.tagsOf(one.name) : texts.tagsOfMany(ids.length)}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit">
            {texts.save}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field label={one ? texts.tags : texts.add} hint={texts.tagHint(MOST_TAGS)}>
          <TagsInput value={own} onValue={setOwn} known={known} />
        </Field>
        {!one && (
          <Field label={texts.take} hint={texts.takeHint}>
            <TagsInput value={taking} onValue={setTaking} known={known} />
          </Field>
        )}
        {missing && (
          <Notice tone="bad" live="assertive">
            {texts.needed}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function without(tags: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(tagKey));
  return tags.filter((tag) => !keys.has(tagKey(tag)));
}
