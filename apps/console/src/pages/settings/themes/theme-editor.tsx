import { Theme } from '@banso/contract/theme';
import { Button, Card, Field, Input, Notice, Skeleton, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { DeleteTheme } from './delete-theme.tsx';
import { LookFields } from './look-fields.tsx';
import { themeTexts } from './texts.ts';
import { type OpenedTheme, type ThemeForm, useThemeForm } from './theme-form.ts';

/** One theme, opened from the list. */
export function ThemeEditor({ id, onGone }: { id: string; onGone: () => void }) {
  const texts = textsOf(themeTexts);
  const read = useRead(`/v1/themes/${id}`, Theme);
  const [turn, setTurn] = useState(0);
  if (read.isPending) return <Skeleton shape="cards" count={1} />;
  if (!read.data)
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  const { data: theme, etag } = read.data;
  const reload = async () => {
    await read.refetch();
    setTurn(turn + 1);
  };
  return <Editor key={turn} opened={{ theme, etag }} onReload={reload} onGone={onGone} />;
}

function Editor(props: { opened: OpenedTheme; onReload: () => Promise<void>; onGone: () => void }) {
  const { opened, onReload, onGone } = props;
  const texts = textsOf(themeTexts);
  const form = useThemeForm(opened);
  const [isAsking, setAsking] = useState(false);
  const { stored, submit } = form;
  const readOnly = !may(stored.isDefault ? 'administer' : 'write');
  const refusal =
    submit.problem ?? (submit.refused.length > 0 ? { code: 'conflict', status: 409 } : undefined);

  const save = async () => {
    if (form.isChanged && form.isFine && (await form.save())) toaster.show({ message: texts.saved });
  };
  return (
    <Card title={stored.name} actions={!readOnly && <Acts form={form} onDelete={() => setAsking(true)} />}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset class="stack roomy" disabled={readOnly}>
          {readOnly && <Notice>{may('write') ? texts.adminOnly : texts.viewOnly}</Notice>}
          {refusal && !isAsking && (
            <Notice
              tone="bad"
              live="assertive"
              action={
                refusal.status === 412 && (
                  <Button small onClick={() => void onReload()}>
                    {texts.reload}
                  </Button>
                )
              }
            >
              {texts.refusals[refusal.code] ?? texts.notSaved}
            </Notice>
          )}
          <AtOnce form={form} />
          <div class="fields set-form">
            <Field label={texts.name} error={form.name.trim() === '' ? texts.nameNeeded : undefined}>
              <Input value={form.name} maxLength={100} onValue={form.setName} />
            </Field>
          </div>
          <LookFields look={form.look} set={form.setLook} />
          {form.isChanged && (
            <div class="row wrap">
              <Button variant="primary" type="submit" busy={submit.busy}>
                {texts.save}
              </Button>
              <Button variant="ghost" onClick={form.discard}>
                {texts.discard}
              </Button>
              <Status tone="none" label={texts.unsaved} muted />
            </div>
          )}
        </fieldset>
      </form>
      {isAsking && <DeleteTheme form={form} onClose={() => setAsking(false)} onGone={onGone} />}
    </Card>
  );
}

/** What a change does at once, said before it is made. */
function AtOnce({ form: { stored, isChanged } }: { form: ThemeForm }) {
  const texts = textsOf(themeTexts);
  const live = stored.contents.filter(({ isLive }) => isLive).map(({ name }) => name);
  if (!isChanged || (live.length === 0 && !stored.isDefault)) return null;
  return (
    <Notice tone="warn" title={texts.actsAtOnce}>
      {stored.isDefault ? texts.actsOnAll : texts.actsOn(live)}
    </Notice>
  );
}

function Acts({ form, onDelete }: { form: ThemeForm; onDelete: () => void }) {
  const texts = textsOf(themeTexts);
  if (form.stored.isDefault) return null;
  const makeDefault = async () => {
    if (await form.makeDefault()) toaster.show({ message: texts.madeDefault });
  };
  return (
    <>
      {may('administer') && (
        <Button small variant="ghost" onClick={() => void makeDefault()}>
          {texts.makeDefault}
        </Button>
      )}
      <Button small variant="ghost" onClick={onDelete}>
        {texts.delete}
      </Button>
    </>
  );
}
