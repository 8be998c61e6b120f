import { changesOf } from '@banso/domain/content';
import { Button, Notice } from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { useEditor } from './editor-context.ts';
import { LoadedPart } from './loaded-part.tsx';
import { loadChanges } from './load-changes.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Somebody else changed the draft: what was typed here is kept, and the person decides. Also says when a save was refused. */
export function ConflictNotice() {
  const texts = wordsOf('editor');
  const { model } = useEditor();
  const state = model.state.value;
  if (state.status === 'refused') {
    return (
      <div class="ed-note">
        <Notice
          tone="bad"
          live="assertive"
          title={texts.refused}
          action={
            <Button small onClick={() => void model.flush()}>
              {texts.retry}
            </Button>
          }
        >
          {texts.refusedWhat} {state.error.message}{' '}
          {state.error.requestId && <span class="mono">{state.error.requestId}</span>}
        </Notice>
      </div>
    );
  }
  if (state.status !== 'conflict') return null;

  const { record } = state.theirs;
  const changes = changesOf(record.draft, model.draft.value);
  const takeTheirs = () => {
    const mine = model.takeTheirs();
    toaster.show({ message: texts.tookTheirs, ...(mine && { undo: () => model.edit(() => mine) }) });
  };
  return (
    <div class="ed-note">
      <Notice
        tone="warn"
        live="assertive"
        title={texts.conflict}
        action={
          <span class="row wrap">
            <Button small onClick={takeTheirs}>
              {texts.takeTheirs}
            </Button>
            <Button small onClick={() => void model.keepMine()}>
              {texts.keepMine}
            </Button>
          </span>
        }
      >
        {texts.conflictWhat(record.updatedBy?.name ?? texts.somebody, formatNear(record.updatedAt))}
        {changes.length > 0 && (
          <details>
            <summary>{texts.yoursDiffers(changes.length)}</summary>
            <LoadedPart load={loadChanges} props={{ kind: model.kind, changes }} shape="text" />
          </details>
        )}
      </Notice>
    </div>
  );
}
