import { Button, DownIcon, Icon, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { may } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatDay } from '../../../texts/format.ts';
import { publishRefusal } from '../model/publish-refusal.ts';
import { ChangeList } from './change-list.tsx';
import { useEditor } from './editor-context.ts';
import { LoadedDialog } from './loaded-dialog.tsx';
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
  const next = (record.version ?? 0) + 1;
  const refusal = publishRefusal({
    mayPublish: may('publish'),
    problems: model.blocking.value.length,
    save: model.state.value.status,
    status: record.status,
    changes: record.version === null ? undefined : changes?.length,
    isKnown: record.version === null || changes !== undefined,
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
          <ChangeList kind={model.kind} changes={changes} />
        </details>
      ) : (
        <p class="pub-none grow">
          {record.version === null
            ? texts.neverPublished
            : changes
              ? texts.noChanges(record.version)
              : texts.comparing}
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
          disabledReason={refusal && texts.refusal[refusal](record.version ?? 0)}
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
