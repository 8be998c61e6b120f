import { BansoProvider } from '@banso/react';
import { useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { PLACES, signedIn } from './kumo.ts';
import type { Place } from './kumo.ts';
import source from './next.tsx?raw';
import { Frame, Rows } from './react-parts.tsx';

const BASE = '/playground/examples/next/';
const hrefOf = (place: Place) => (place === 'notes' ? BASE : `${BASE}${place}/`);

// What a framework's router does: the address is the state, and going somewhere changes both.
const heard = new EventTarget();
function subscribe(onChange: () => void) {
  const gone = new AbortController();
  heard.addEventListener('went', onChange, gone);
  addEventListener('popstate', onChange, gone);
  return () => gone.abort();
}
function go(place: Place) {
  history.pushState(null, '', hrefOf(place) + location.search);
  heard.dispatchEvent(new Event('went'));
}
const usePathname = () => useSyncExternalStore(subscribe, () => location.pathname);

const session = await signedIn();

/** The layout, which stays while its pages come and go: here the provider belongs. Banso notices the new address by itself. */
function Layout() {
  const place: Place = usePathname().includes('/team') ? 'team' : 'notes';
  const [help, setHelp] = useState(true);
  const page = (
    <Frame
      place={place}
      onGo={go}
      hrefOf={hrefOf}
      help={help}
      onHelp={() => setHelp(!help)}
      source={source}
      words="Each place has an address; a reload lands on it."
    >
      <Rows of={PLACES[place].rows} />
    </Frame>
  );
  return help ? <BansoProvider {...session}>{page}</BansoProvider> : page;
}

const app = document.querySelector('#app');
if (app) createRoot(app).render(<Layout />);
