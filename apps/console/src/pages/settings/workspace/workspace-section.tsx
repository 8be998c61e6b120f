import { ButtonLink, Card, CopyField, Skeleton } from '@banso/ui';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { EditForm } from './edit-form.tsx';
import { GeneralFields, isGeneralFine } from './general-fields.tsx';
import { workspaceTexts } from './texts.ts';
import { useWorkspaceEdit } from './use-workspace-edit.ts';

/** Name, languages and time zone of the workspace. */
export function WorkspaceSection() {
  const texts = textsOf(workspaceTexts);
  const read = useWorkspace();
  if (read.isPending) return <Skeleton shape="cards" count={2} />;
  if (!read.data) {
    return (
      <ReadFailed of={read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  }
  return <Forms read={read.data} />;
}

function Forms({ read }: { read: NonNullable<ReturnType<typeof useWorkspace>['data']> }) {
  const texts = textsOf(workspaceTexts);
  const general = useWorkspaceEdit(read);
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="workspace" />}
      <Card title={texts.general}>
        <EditForm edit={general} fine={isGeneralFine(general.value)}>
          <GeneralFields edit={general} />
        </EditForm>
      </Card>
      <Card title={texts.look}>
        <div class="stack set-form">
          <p class="hint">{texts.lookWhat}</p>
          <div>
            <ButtonLink href="/console/settings/themes" small>
              {texts.toThemes}
            </ButtonLink>
          </div>
        </div>
      </Card>
      <Card title={texts.id}>
        <div class="stack set-form">
          <CopyField label={texts.id} value={read.data.id} />
          <p class="hint">{texts.idHint}</p>
        </div>
      </Card>
    </div>
  );
}
