import { keepPlace, keptPlace } from '../surfaces/kept-place.ts';
import type { Place } from '../surfaces/kept-place.ts';
import { moved } from '../surfaces/mount-host.ts';

/** Where the launcher can be put without dragging it. */
export const PLACES = ['usual', 'left', 'right', 'tucked'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Where the person has put it. */
export function placeNow(): PlaceName {
  const { side, lift = 0, tucked } = moved.place?.() ?? keptPlace() ?? {};
  if (tucked) return 'tucked';
  return side ?? (lift > 0 ? launcherSide() : 'usual');
}

/** Puts it there, on the next pages too. */
export function putLauncher(name: PlaceName): void {
  const before = moved.place?.() ?? keptPlace() ?? { lift: 0, tucked: false };
  const places: Readonly<Record<PlaceName, Place>> = {
    usual: { lift: 0, tucked: false },
    left: { ...before, side: 'left', tucked: false },
    right: { ...before, side: 'right', tucked: false },
    tucked: { ...before, tucked: true },
  };
  keepPlace(name === 'usual' ? '' : places[name]);
  if (moved.put) moved.put(places[name]);
  // It takes what is kept when somebody comes near it.
  else document.querySelector('banso-launcher[floating]')?.dispatchEvent(new Event('focusin'));
}

function launcherSide(): 'left' | 'right' {
  const left = document.querySelector('banso-launcher[floating]')?.getBoundingClientRect().left ?? innerWidth;
  return left < innerWidth / 2 ? 'left' : 'right';
}
