import { BansoChecklist, BansoProvider, useBanso } from '@banso/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PLACES, signedIn } from './kumo.ts';
import type { Place } from './kumo.ts';
import { Frame, Rows } from './react-parts.tsx';
import source from './react.tsx?raw';

const session = await signedIn();

function App() {
  const [place, go] = useState<Place>('notes');
  const [help, setHelp] = useState(true);
  const page = (
    <Frame
      place={place}
      onGo={go}
      help={help}
      onHelp={() => setHelp(!help)}
      source={source}
      words="The provider is in the tree while help is on; Team has a checklist of its own."
    >
      {place === 'team' && <BansoChecklist content="getting-started" />}
      <Rows of={PLACES[place].rows} />
      {help && <NewNote />}
    </Frame>
  );
  return help ? <BansoProvider {...session}>{page}</BansoProvider> : page;
}

function NewNote() {
  const banso = useBanso();
  return (
    <button type="button" onClick={() => void banso.track('note_created', { template: 'blank' })}>
      New note
    </button>
  );
}

const app = document.querySelector('#app');
if (app) createRoot(app).render(<App />);
