import { createContext, useContext } from 'react';
import type { Banso } from '@banso/loader';

/** The client of the nearest provider. */
export const BansoContext = createContext<Banso | undefined>(undefined);

/**
 * The methods of Banso, each answering a promise. The object is the same for the life of the provider, and calls made before the
 * page is there wait for it; on a server they wait for ever.
 * @throws {Error} outside of a `<BansoProvider>`.
 */
export function useBanso(): Banso {
  const banso = useContext(BansoContext);
  if (!banso) throw new Error('useBanso() needs a <BansoProvider> around it.');
  return banso;
}
