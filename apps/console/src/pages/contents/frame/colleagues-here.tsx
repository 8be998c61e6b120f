import { AvatarStack } from '@banso/ui';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import { editing } from '../../../data/live.ts';
import { api, me } from '../../../data/session.ts';
import { recordPath } from '../content-kind.ts';
import { type Colleagues, watchColleagues } from '../model/colleagues.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { useEditor } from './editor-context.ts';

/** Who else has this content open now, oneself in another tab included. */
export function ColleaguesHere() {
  const texts = wordsOf('editor');
  const { model } = useEditor();
  const [colleagues, setColleagues] = useState<Colleagues>();

  useEffect(() => {
    const { id } = model.record.peek();
    const tab = crypto.randomUUID();
    const path = `${recordPath(model.kind, id)}/editing`;
    const tell = (left: boolean) =>
      // not worth a word when it fails: it is told again
      void api
        .call('POST', path, { schema: z.unknown(), body: { tab, left }, keepalive: left })
        .catch(() => undefined);
    const watched = watchColleagues(id, tab, tell);
    setColleagues(watched);
    const stopHearing = editing.subscribe((said) => said && watched.hear(said));
    // fires too when the tab is closed
    const look = () => watched.setAway(document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stopHearing();
      watched.stop();
    };
  }, [model]);

  const own = me.value?.member.id;
  const others = colleagues?.others.value ?? [];
  const people = [...new Map(others.map((each) => [each.id, each])).values()].map(({ id, name }) => ({
    id,
    name: id === own ? texts.youElsewhere : name,
  }));
  return (
    <span class="row" role="status">
      {people.length > 0 && (
        <>
          <span class="vh">{texts.alsoHere}</span>
          <span title={`${texts.alsoHere} ${people.map(({ name }) => name).join(', ')}`}>
            <AvatarStack people={people} most={3} />
          </span>
        </>
      )}
    </span>
  );
}
