import * as editorial from '@banso/contract/editorial';
import { bodiesOf, textFields } from '@banso/domain/content';
import { Button, Field, LoadMore, Notice, Select, Skeleton, TextArea } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, usePages } from '../../../data/query.ts';
import { api, may, me } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatNear, formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath } from '../content-kind.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { placeWords } from '../texts/place-words.ts';
import { useEditor } from './editor-context.ts';

/** What the team says to each other about the draft, newest first. */
export function Comments() {
  const texts = textsOf(lifecycleTexts).comments;
  const { model } = useEditor();
  const path = `${recordPath(model.kind, model.record.value.id)}/comments`;
  const list = usePages(path, editorial.Comment, { limit: 50 });
  const found = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section class="stack" aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {may('write') && <NewComment path={path} />}
      {list.isPending && <Skeleton shape="text" />}
      {list.error && found.length === 0 && (
        <ReadFailed of={list} title={texts.loadFailed}>
          {texts.loadFailedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && found.length === 0 && <p class="muted">{texts.none}</p>}
      <ul class="talk">
        {found.map((comment) => (
          <OneComment key={comment.id} path={path} comment={comment} />
        ))}
      </ul>
      {list.hasNextPage && (
        <LoadMore
          shown={found.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </section>
  );
}

async function post(path: string, body: { text: string; path?: string }): Promise<void> {
  await api.call('POST', path, { schema: editorial.Comment, body });
  forget(path);
}

function NewComment({ path }: { path: string }) {
  const texts = textsOf(lifecycleTexts).comments;
  const { model } = useEditor();
  const [text, setText] = useState('');
  const [about, setAbout] = useState('');
  const submit = useSubmit();
  const fields = bodiesOf(model.draft.value).flatMap(({ prefix, body }) =>
    textFields(model.kind, body).map(({ path: field }) => ({
      value: `${prefix}${field}`,
      label: placeWords(model.kind, `${prefix}${field}`),
    })),
  );
  const send = async () => {
    const words = text.trim();
    if (words === '') return;
    const done = await submit.run(() => post(path, { text: words, ...(about !== '' && { path: about }) }));
    if (done) setText('');
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={texts.words}>
        <TextArea value={text} maxLength={4_000} onValue={setText} rows={3} />
      </Field>
      <Field label={texts.about}>
        <Select value={about} onValue={setAbout} options={[{ value: '', label: texts.whole }, ...fields]} />
      </Field>
      <div>
        <Button type="submit" busy={submit.busy}>
          {texts.send}
        </Button>
      </div>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.failed}
        </Notice>
      )}
    </form>
  );
}

function OneComment({ path, comment }: { path: string; comment: editorial.Comment }) {
  const texts = textsOf(lifecycleTexts).comments;
  const { model, goToField } = useEditor();
  const submit = useSubmit();
  const { id, author, text, createdAt, resolvedAt, resolvedBy } = comment;
  const isOpen = resolvedAt === null;
  const turn = () =>
    submit.run(async () => {
      await api.call('POST', `${path}/${id}/${isOpen ? 'resolve' : 'reopen'}`, {
        schema: editorial.Comment,
        body: {},
      });
      forget(path);
    });
  const remove = () =>
    submit.run(async () => {
      await api.call('DELETE', `${path}/${id}`, { schema: z.unknown() });
      forget(path);
      const again = { text, ...(comment.path !== null && { path: comment.path }) };
      toaster.show({
        message: texts.removed,
        undo: () => void post(path, again).catch(() => toaster.show({ message: texts.failed })),
      });
    });
  return (
    <li class={isOpen ? undefined : 'muted'}>
      <div class="row">
        <b class="grow trunc">{author?.name ?? texts.somebody}</b>
        <time class="muted xs" dateTime={createdAt} title={formatTime(createdAt)}>
          {formatNear(createdAt)}
        </time>
      </div>
      {comment.path !== null && (
        <button type="button" class="link xs" onClick={() => goToField(comment.path ?? '')}>
          {placeWords(model.kind, comment.path)}
        </button>
      )}
      <p class="talk-w">{text}</p>
      {resolvedAt && (
        <p class="xs">{texts.resolved(resolvedBy?.name ?? texts.somebody, formatNear(resolvedAt))}</p>
      )}
      {may('write') && (
        <div class="row wrap">
          <Button small variant="ghost" busy={submit.busy} onClick={() => void turn()}>
            {isOpen ? texts.resolve : texts.reopen}
          </Button>
          {author?.id === me.value?.member.id && (
            <Button small variant="ghost" onClick={() => void remove()}>
              {texts.remove}
            </Button>
          )}
        </div>
      )}
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.failed}
        </Notice>
      )}
    </li>
  );
}
