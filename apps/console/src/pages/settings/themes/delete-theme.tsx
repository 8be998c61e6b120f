import { Button, Dialog, Notice } from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { themeTexts } from './texts.ts';
import type { ThemeForm } from './theme-form.ts';

/** Asks before a theme is deleted; says which contents choose it where that is refused. */
export function DeleteTheme(props: { form: ThemeForm; onClose: () => void; onGone: () => void }) {
  const { form, onClose, onGone } = props;
  const texts = textsOf(themeTexts);
  const { submit, stored } = form;
  const wearing = submit.refused.filter(({ code }) => code === 'in_use').map(({ message }) => message);
  const names = wearing.length > 0 ? wearing : stored.contents.map(({ name }) => name);
  const remove = async () => {
    if (!(await form.remove())) return;
    toaster.show({ message: texts.deleted });
    onGone();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.deleteTitle(stored.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          {names.length === 0 && (
            <Button variant="danger" busy={submit.busy} onClick={() => void remove()}>
              {texts.delete}
            </Button>
          )}
        </>
      }
    >
      <div class="stack">
        {names.length > 0 ? (
          <Notice tone="warn" live="polite" title={texts.inUse}>
            {names.map((name) => `“${name}”`).join(', ')}
          </Notice>
        ) : (
          <p>{texts.deleteWhat}</p>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.refusals[submit.problem.code] ?? texts.notSaved}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
