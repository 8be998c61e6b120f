import { type Import, ImportSummary } from '@banso/contract/history';
import { Button, Card, DefinitionList, Dialog, DownloadIcon, Notice, ProgressBar, UndoIcon } from '@banso/ui';
import { useEffect, useState } from 'preact/hooks';
import { download } from '../../../data/download.ts';
import { connected } from '../../../data/live.ts';
import { forget } from '../../../data/query.ts';
import { api, may, workspace } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { formatNumber, formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { dataTexts } from './texts.ts';

/** Where nothing is heard of an import, it is asked. */
const ASK_MS = 3_000;

/** How far an import is, what became of it, and the way back. */
export function ImportProgress({ record }: { record: Import }) {
  const texts = textsOf(dataTexts);
  const [asking, setAsking] = useState(false);
  const { id, status, counts, rows, failure, finishedAt, undoneAt } = record;
  const isAtWork = status === 'running' || status === 'undoing';
  useEffect(() => {
    if (!isAtWork) return undefined;
    const timer = setInterval(() => {
      if (!connected.peek()) forget(`/v1/imports/${id}`);
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [isAtWork]);

  const settled = status === 'undoing' ? counts.undone : rows - counts.waiting;
  const total = status === 'undoing' ? counts.undone + counts.added + counts.changed : rows;
  const progress = texts.progress(formatNumber(settled), formatNumber(total));
  return (
    <Card
      title={texts.statuses[status]}
      footer={
        <div class="row wrap">
          {counts.failed > 0 && may('write') && (
            <Button
              icon={DownloadIcon}
              onClick={() => download(`/v1/imports/${id}/errors`, { workspace: workspace.peek()?.id ?? '' })}
            >
              {texts.refusedLines(counts.failed, formatNumber(counts.failed))}
            </Button>
          )}
          <span class="grow" />
          {status === 'done' && (
            <Button
              icon={UndoIcon}
              disabledReason={may('publish') ? undefined : texts.mayNot}
              onClick={() => setAsking(true)}
            >
              {texts.undo}
            </Button>
          )}
        </div>
      }
    >
      <div class="stack">
        {isAtWork && (
          <>
            <ProgressBar
              label={texts.statuses[status]}
              value={settled}
              max={Math.max(total, 1)}
              valueText={progress}
            />
            <p class="muted">{progress}</p>
          </>
        )}
        {isAtWork && failure !== null && <Notice tone="warn">{texts.standsStill}</Notice>}
        {status === 'done' && (
          <Notice tone="good" live="polite">
            {texts.done}
          </Notice>
        )}
        {status === 'undone' && <Notice live="polite">{texts.undoneWhat}</Notice>}
        <DefinitionList
          items={[
            {
              term: status === 'undone' ? texts.takenBack : texts.added,
              detail: formatNumber(status === 'undone' ? counts.undone : counts.added),
            },
            ...(status === 'undone' ? [] : [{ term: texts.changed, detail: formatNumber(counts.changed) }]),
            { term: texts.cameBefore, detail: formatNumber(counts.known) },
            { term: texts.refused, detail: formatNumber(counts.failed) },
            ...[undoneAt ?? finishedAt].flatMap((at) =>
              at === null ? [] : [{ term: texts.when, detail: <time dateTime={at}>{formatTime(at)}</time> }],
            ),
          ]}
        />
      </div>
      {asking && <UndoDialog record={record} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function UndoDialog({ record, onClose }: { record: Import; onClose: () => void }) {
  const texts = textsOf(dataTexts);
  const submit = useSubmit();
  const brought = record.counts.added + record.counts.changed;
  const undo = () =>
    submit.run(async () => {
      await api.call('POST', `/v1/imports/${record.id}/undo`, { schema: ImportSummary, body: {} });
      forget('/v1/imports');
      forget('/v1/responses');
      forget('/v1/audit-log');
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.undoTitle(brought, formatNumber(brought))}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" busy={submit.busy} onClick={() => void undo()}>
            {texts.undo}
          </Button>
        </>
      }
    >
      <p>{texts.undoWhat}</p>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.notSent}
        </Notice>
      )}
    </Dialog>
  );
}
