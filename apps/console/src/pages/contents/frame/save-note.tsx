import { Status } from '@banso/ui';
import { language, timeZone } from '../../../data/session.ts';
import type { SaveState } from '../model/autosave.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';
import type { EditorWords } from '../texts/en/words.ts';

const DAY_MS = 86_400_000;

/** Whether the draft is safe: "Draft saved 09:41". */
export function SaveNote() {
  const { model } = useEditor();
  const texts = wordsOf('editor');
  return <span role="status">{noteOf(model.state.value, texts)}</span>;
}

function noteOf(state: SaveState, texts: EditorWords['editor']) {
  switch (state.status) {
    case 'saved':
      return texts.saved(clockOf(state.at));
    case 'waiting':
    case 'saving':
      return texts.saving;
    case 'offline':
      return <Status tone="warn" label={texts.offline} small />;
    case 'unstorable':
      return <Status tone="bad" label={texts.unstorable} small />;
    case 'refused':
      return <Status tone="bad" label={texts.refused} small />;
    case 'conflict':
      return <Status tone="bad" label={texts.conflictShort} small />;
    default:
      return state satisfies never;
  }
}

/** The time of a recent instant, the day of an older one, in the reader's zone. */
function clockOf(at: string): string {
  const recent = Date.now() - Date.parse(at) < DAY_MS / 2;
  const form: Intl.DateTimeFormatOptions = recent
    ? { hour: '2-digit', minute: '2-digit', hour12: false }
    : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language.value, { ...form, timeZone }).format(new Date(at));
}
