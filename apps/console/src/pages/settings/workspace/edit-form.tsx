import { Notice } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { SaveRow, saveTexts } from '../save-row.tsx';
import { workspaceTexts } from './texts.ts';
import type { WorkspaceEdit } from './use-workspace-edit.ts';

/**
 * A form that says when it is not saved, and what went wrong when it could not be.
 * @param props.conflictWhat - What is left of the input after somebody else saved; default: of fields that are saved each for itself.
 */
export function EditForm(props: {
  edit: WorkspaceEdit;
  fine: boolean;
  conflictWhat?: string;
  children: ComponentChildren;
}) {
  const texts = textsOf(workspaceTexts);
  const { edit, fine, conflictWhat = texts.conflictWhat, children } = props;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (fine && edit.dirty) void edit.save();
      }}
    >
      <fieldset class="stack roomy" disabled={!may('administer')}>
        {edit.trouble === 'conflict' && (
          <Notice tone="warn" live="assertive" title={texts.conflict}>
            {conflictWhat}
          </Notice>
        )}
        {edit.trouble === 'failed' && (
          <Notice tone="bad" live="assertive">
            {textsOf(saveTexts).notSaved}
          </Notice>
        )}
        {children}
        {edit.dirty && <SaveRow busy={edit.busy} onDiscard={edit.discard} />}
      </fieldset>
    </form>
  );
}
