import { useEffect, useRef } from 'preact/hooks';

/** A small square of a colour; what it is stands beside it in words. */
export function Swatch({ colour }: { colour: string }) {
  const square = useRef<HTMLSpanElement>(null);
  // by CSSOM: the console's policy takes no style attributes
  useEffect(() => square.current?.style.setProperty('--swatch', colour), [colour]);
  return <span ref={square} class="thm-swatch" aria-hidden="true" />;
}
