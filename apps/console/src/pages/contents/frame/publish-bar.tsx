import { Button, DownIcon, Icon, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { may, workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatDay } from '../../../texts/format.ts';
import type { SaveState } from '../model/autosave.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { publishRefusal } from '../model/publish-refusal.ts';
import { useEditor } from './editor-context.ts';
import { LoadedDialog } from './loaded-dialog.tsx';
import { LoadedPart } from './loaded-part.tsx';
import { loadChanges } from './load-changes.ts';
import { SaveNote } from './save-note.tsx';
import { usePublished } from './use-published.ts';
import { wordsOf } from '../texts/editor-words.ts';

const loadDialog = () => import('./publish-dialog.tsx').then((part) => part.PublishDialog);

/** What publishing would change, what keeps it from being published, and the one button. */
export function PublishBar() {
  const texts = wordsOf('publish');
  const { model, goToField, readOnly } = useEditor();
  const [asking, setAsking] = useState(false);
  const { version, changes } = usePublished(model);
  const record = model.record.value;
  const [blocking] = model.blocking.value;
  const [untranslated] = model.untranslated.value;
  const next = record.lastVersion + 1;
  const last = record.next?.version ?? record.version;
  const refusal = publishRefusal({
    mayPublish: may('publish'),
    problems: model.blocking.value.length,
    save: model.state.value.status,
    status: record.status,
    changes: last === null ? undefined : changes?.length,
    isKnown: last === null || changes !== undefined,
    isWaiting: record.next !== null,
    needsApproval: workspace.value?.requireApproval === true && !isApproved(record, model.state.value.status),
  });

  const discard = () => {
    if (!version) return;
    const mine = model.draft.peek();
    model.edit(() => version.draft);
    toaster.show({ message: texts.discarded(version.version), undo: () => model.edit(() => mine) });
  };

  return (
    <footer class="pub">
      {version && changes && changes.length > 0 ? (
        <details>
          <summary>
            <Icon of={DownIcon} />
            <b>{texts.changesSince(changes.length, version.version)}</b>
            <span class="muted desk trunc">
              {texts.publishedBy(formatDay(version.publishedAt), version.publishedBy?.name)}
            </span>
          </summary>
          <LoadedPart load={loadChanges} props={{ kind: model.kind, changes }} shape="text" />
        </details>
      ) : (
        <p class="pub-none grow">
          {last === null ? texts.neverPublished : changes ? texts.noChanges(last) : texts.comparing}
        </p>
      )}
      <div class="row wrap pub-b">
        <span class="phone muted xs grow">
          <SaveNote />
        </span>
        {blocking && (
          <button type="button" class="pub-p" onClick={() => goToField(blocking.path)}>
            <Status tone="bad" label={texts.problems(model.blocking.value.length)} small />
          </button>
        )}
        {!blocking && untranslated && (
          <button type="button" class="pub-p" onClick={() => goToField(untranslated.path)}>
            <Status tone="warn" label={texts.untranslated(model.untranslated.value.length)} small />
          </button>
        )}
        {!readOnly && version && changes && changes.length > 0 && (
          <Button variant="ghost" onClick={discard}>
            {texts.discard}
          </Button>
        )}
        <Button
          variant="primary"
          disabledReason={refusal && texts.refusal[refusal](last ?? 0)}
          onClick={() => setAsking(true)}
        >
          {texts.publish(next)}
        </Button>
      </div>
      {asking && (
        <LoadedDialog
          load={loadDialog}
          props={{ published: version, changes: changes ?? [], onClose: () => setAsking(false) }}
        />
      )}
    </footer>
  );
}

/** What is typed and not stored yet was approved by nobody. */
const isApproved = ({ review }: ContentSummary, save: SaveState['status']): boolean =>
  review?.state === 'approved' && save === 'saved';
