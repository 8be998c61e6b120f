import { Pane } from '@banso/ui';
import { wordsOf } from '../texts/editor-words.ts';
import { LoadedPart } from './loaded-part.tsx';

const load = () => import('./preview.tsx').then((part) => part.Preview);

/** The column with the real widget. It comes after the form, which people want first. */
export function PreviewPane() {
  return (
    <Pane label={wordsOf('publish').preview} soft class="pv">
      <LoadedPart load={load} props={{}} />
    </Pane>
  );
}
