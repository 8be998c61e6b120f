import type { ReactNode } from 'react';
import { PLACES } from './kumo.ts';
import type { Place } from './kumo.ts';

interface FrameProps {
  place: Place;
  onGo: (place: Place) => void;
  /** Address of a place. Default: none, the place is no address. */
  hrefOf?: (place: Place) => string;
  help: boolean;
  onHelp: () => void;
  /** What is special about this page. */
  words: string;
  source: string;
  children: ReactNode;
}

/** The product around a place: bar, heading, and the code of the page. */
export function Frame({ place, onGo, hrefOf, help, onHelp, words, source, children }: FrameProps) {
  return (
    <>
      <header className="bar">
        <a className="brand" href="/playground/examples/">
          Kumo Notes
        </a>
        <nav aria-label="Product">
          {(Object.keys(PLACES) as Place[]).map((one) => (
            <a
              key={one}
              href={hrefOf?.(one) ?? `#${one}`}
              aria-current={one === place ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onGo(one);
              }}
            >
              {PLACES[one].title}
            </a>
          ))}
        </nav>
        <button type="button" onClick={onHelp}>
          {help ? 'Turn help off' : 'Turn help on'}
        </button>
      </header>
      <main>
        <h1>{PLACES[place].title}</h1>
        <p>{words}</p>
        {children}
        <details>
          <summary>The code of this page</summary>
          <pre tabIndex={0}>{source}</pre>
        </details>
      </main>
    </>
  );
}

/** A list of the product. */
export function Rows({ of }: { of: readonly (readonly [string, string])[] }) {
  return (
    <ul className="rows">
      {of.map(([title, more]) => (
        <li key={title}>
          <b>{title}</b>
          <span>{more}</span>
        </li>
      ))}
    </ul>
  );
}
