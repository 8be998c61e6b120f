import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** A tree of components in the page. */
export interface Drawn {
  place: HTMLElement;
  draw(node: ReactNode): void;
  leave(): void;
}
/** Puts components into the page as an application in strict mode does, where effects run twice. */
export function drawn(node: ReactNode): Drawn {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const draw = (next: ReactNode) => root.render(<StrictMode>{next}</StrictMode>);
  draw(node);
  return {
    place,
    draw,
    leave() {
      root.unmount();
      place.remove();
    },
  };
}
