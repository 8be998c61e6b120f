import { Button, Card, CopyField, ErrorState, Notice, Skeleton, Status } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { GeneralFields, isGeneralFine } from './general-fields.tsx';
import { isLookFine, LookFields } from './look-fields.tsx';
import { workspaceTexts } from './texts.ts';
import { useWorkspaceEdit } from './use-workspace-edit.ts';
import type { WorkspaceEdit } from './use-workspace-edit.ts';

/** Name, languages and time zone of the workspace, and the look of its widget. */
export function WorkspaceSection() {
  const texts = textsOf(workspaceTexts);
  const read = useWorkspace();
  if (read.isPending) return <Skeleton shape="cards" count={2} />;
  if (!read.data) {
    return (
      <ErrorState
        title={texts.failed}
        requestId={read.error?.requestId}
        onRetry={() => void read.refetch()}
        retrying={read.isFetching}
      >
        {texts.failedWhat}
      </ErrorState>
    );
  }
  return <Forms read={read.data} />;
}

function Forms({ read }: { read: NonNullable<ReturnType<typeof useWorkspace>['data']> }) {
  const texts = textsOf(workspaceTexts);
  const general = useWorkspaceEdit(read);
  const look = useWorkspaceEdit(read);
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="workspace" />}
      <EditCard title={texts.general} edit={general} fine={isGeneralFine(general.value)}>
        <GeneralFields edit={general} />
      </EditCard>
      <EditCard title={texts.look} edit={look} fine={isLookFine(look.value)}>
        <LookFields edit={look} />
      </EditCard>
      <Card title={texts.id}>
        <div class="stack set-form">
          <CopyField label={texts.id} value={read.data.id} />
          <p class="hint">{texts.idHint}</p>
        </div>
      </Card>
    </div>
  );
}

/** A form that says when it is not saved, and what went wrong when it could not be. */
function EditCard(props: { title: string; edit: WorkspaceEdit; fine: boolean; children: ComponentChildren }) {
  const { title, edit, fine, children } = props;
  const texts = textsOf(workspaceTexts);
  return (
    <Card title={title}>
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
              {texts.conflictWhat}
            </Notice>
          )}
          {edit.trouble === 'failed' && (
            <Notice tone="bad" live="assertive">
              {texts.notSaved}
            </Notice>
          )}
          {children}
          {edit.dirty && (
            <div class="row wrap">
              <Button variant="primary" type="submit" busy={edit.busy}>
                {texts.save}
              </Button>
              <Button variant="ghost" onClick={edit.discard}>
                {texts.discard}
              </Button>
              <Status tone="none" label={texts.unsaved} muted />
            </div>
          )}
        </fieldset>
      </form>
    </Card>
  );
}
