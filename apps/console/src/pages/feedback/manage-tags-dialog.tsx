import { Tag } from '@banso/contract/response-tags';
import { Button, Dialog, Field, Input, Notice, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { TAGS_PATH } from './changes.ts';
import { triageTexts } from './triage-texts.ts';
import { useTags } from './use-tags.ts';

/** The tags of the workspace: renamed, merged, deleted. */
export function ManageTagsDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(triageTexts);
  const tags = useTags();
  const [open, setOpen] = useState<string>();
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={texts.manageTags}
      actions={
        <Button variant="primary" onClick={onClose}>
          {texts.close}
        </Button>
      }
    >
      <p class="muted">{tags.length === 0 ? texts.noTags : texts.manageWhat}</p>
      <ul class="fb-tags-all">
        {tags.map((tag) => (
          <li key={tag.id}>
            <div class="row">
              <span class="grow trunc med">{tag.name}</span>
              <span class="muted xs nowrap">{texts.carriers(tag.responses)}</span>
              <Button
                small
                variant="ghost"
                aria-expanded={open === tag.id}
                aria-label={`${texts.rename} · ${texts.merge} · ${texts.remove}: ${tag.name}`}
                onClick={() => setOpen(open === tag.id ? undefined : tag.id)}
              >
                {texts.rename} · {texts.merge} · {texts.remove}
              </Button>
            </div>
            {open === tag.id && (
              <OneTag
                key={tag.id}
                tag={tag}
                others={tags.filter(({ id }) => id !== tag.id)}
                onDone={() => setOpen(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function OneTag({ tag, others, onDone }: { tag: Tag; others: readonly Tag[]; onDone: () => void }) {
  const texts = textsOf(triageTexts);
  const [name, setName] = useState(tag.name);
  const [into, setInto] = useState('');
  const [asking, setAsking] = useState(false);
  const submit = useSubmit();
  const path = `${TAGS_PATH}/${tag.id}`;
  const run = (work: () => Promise<unknown>) =>
    submit.run(async () => {
      await work();
      forget(TAGS_PATH);
      forget('/v1/responses');
      onDone();
    });
  const rename = () => run(() => api.call('PATCH', path, { schema: Tag, body: { name } }));
  return (
    <div class="fields fb-tag-one">
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <Field
          label={texts.nameOf(tag.name)}
          error={submit.errorAt('name') === undefined ? undefined : texts.taken}
        >
          <Input value={name} onValue={setName} maxLength={50} />
        </Field>
        <Button small type="submit" busy={submit.busy}>
          {texts.rename}
        </Button>
      </form>
      {others.length > 0 && (
        <div class="row">
          <Field label={texts.mergeInto(tag.name)}>
            <Select
              value={into}
              onValue={setInto}
              options={[
                { value: '', label: texts.mergeChoose },
                ...others.map((other) => ({ value: other.id, label: other.name })),
              ]}
            />
          </Field>
          <Button
            small
            busy={submit.busy}
            onClick={() =>
              into !== '' &&
              void run(() => api.call('POST', `${path}/merge`, { schema: Tag, body: { into } }))
            }
          >
            {texts.merge}
          </Button>
        </div>
      )}
      {asking ? (
        <Notice tone="warn" live="assertive">
          <span class="row wrap">
            <span class="grow">{texts.removeWhat(tag.name, tag.responses)}</span>
            <Button small onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
            <Button
              small
              variant="danger"
              busy={submit.busy}
              onClick={() => void run(() => api.call('DELETE', path, { schema: z.undefined() }))}
            >
              {texts.remove}
            </Button>
          </span>
        </Notice>
      ) : (
        <span>
          <Button small variant="ghost" onClick={() => setAsking(true)}>
            {texts.remove}
          </Button>
        </span>
      )}
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {submit.problem.status === 409 ? texts.taken : texts.notDone}
        </Notice>
      )}
    </div>
  );
}
