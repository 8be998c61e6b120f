import { IconButton, RedoIcon, UndoIcon } from '@banso/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createHistory } from '../model/history.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { useEditor } from './editor-context.ts';

/** Takes the last step back, or does it again: also by Ctrl or Cmd with Z, and with Shift or Y. */
export function UndoButtons() {
  const texts = wordsOf('editor');
  const { model, showField } = useEditor();
  const [history] = useState(() => createHistory(model));
  const [said, say] = useState('');

  const travel = (way: 'undo' | 'redo') => {
    const path = history[way]();
    if (path === undefined) return;
    say(texts.done[way]);
    if (path !== '') showField(path.replace(/^body\./, ''));
  };
  const latest = useRef(travel);
  latest.current = travel;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (!way || isElsewhere(event)) return;
      event.preventDefault();
      latest.current(way);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      history.stop();
    };
  }, []);

  return (
    <>
      <IconButton
        icon={UndoIcon}
        label={texts.undo}
        disabledReason={history.canUndo.value ? undefined : texts.nothingTo.undo}
        onClick={() => travel('undo')}
      />
      {/* on a phone the name of the content needs the room */}
      <span class="desk">
        <IconButton
          icon={RedoIcon}
          label={texts.redo}
          disabledReason={history.canRedo.value ? undefined : texts.nothingTo.redo}
          onClick={() => travel('redo')}
        />
      </span>
      <span class="vh" role="status">
        {said}
      </span>
    </>
  );
}

function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing }: KeyboardEvent) {
  if (ctrlKey === metaKey || altKey || isComposing) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : undefined;
}

/** In a field that is none of the draft's, such as a comment or an answer in the preview, the browser undoes what was typed. */
function isElsewhere(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  const isText = target.matches('textarea, input:not([type=checkbox], [type=radio], [type=range])');
  return isText && !target.closest('[data-path]');
}
