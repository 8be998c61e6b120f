import { Button, TagIcon } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useChange } from './use-change.ts';

/** What can be done to the answers that are selected. */
export function BulkBar(props: { ids: readonly string[]; onTag: () => void; onClear: () => void }) {
  const { ids, onTag, onClear } = props;
  const texts = textsOf(triageTexts);
  const change = useChange();
  return (
    <div class="fb-bulk" role="group" aria-label={texts.selectedAnswers}>
      <span class="med" role="status">
        {texts.selected(ids.length)}
      </span>
      <Button small icon={TagIcon} onClick={onTag}>
        {texts.addTag}
      </Button>
      <Button small onClick={() => void change(ids, { read: true }, texts.markedRead(ids.length))}>
        {texts.markRead}
      </Button>
      <Button small onClick={() => void change(ids, { read: false }, texts.markedUnread(ids.length))}>
        {texts.markUnread}
      </Button>
      <Button small onClick={() => void change(ids, { test: true }, texts.markedTest(ids.length))}>
        {texts.markTest}
      </Button>
      <Button small variant="ghost" onClick={onClear}>
        {texts.clear}
      </Button>
    </div>
  );
}
