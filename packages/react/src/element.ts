import { createElement, forwardRef, useContext, useEffect, useImperativeHandle, useRef } from 'react';
import type { CSSProperties, ForwardRefExoticComponent, RefAttributes } from 'react';
import { BansoContext } from './banso-context.ts';

/** What every element takes. */
export interface ElementProps {
  /** Light or dark, whatever the surroundings are. */
  theme?: 'light' | 'dark' | undefined;
  id?: string | undefined;
  className?: string | undefined;
  /** Also the place for `--banso-*`. */
  style?: (CSSProperties & Readonly<Record<`--banso-${string}`, string | number>>) | undefined;
}

type Properties = Readonly<Record<string, unknown>>;
type Listener = ((event: Event) => void) | undefined;
type Component<P> = ForwardRefExoticComponent<P & ElementProps & RefAttributes<HTMLElement>>;

/**
 * A component for one of our elements. Listeners are put on by hand: React 18 knows none of custom elements.
 * @param events - Event of the element by the property that listens to it.
 */
export function element<P extends object>(
  name: string,
  events: Readonly<Record<string, string>> = {},
): Component<P> {
  const Element = forwardRef<HTMLElement, Properties>((props, ref) => {
    const banso = useContext(BansoContext);
    const own = useRef<HTMLElement>(null);
    const latest = useRef<Properties>(props);
    useImperativeHandle(ref, () => own.current as HTMLElement);

    useEffect(() => {
      latest.current = props;
    });
    useEffect(() => {
      const gone = new AbortController();
      for (const [property, event] of Object.entries(events))
        own.current?.addEventListener(
          event,
          (heard) => (latest.current[property] as Listener)?.(heard),
          gone,
        );
      return () => gone.abort();
    }, []);
    useEffect(() => {
      // Whoever stands there when the first decision comes is seen by then. One that comes later to a page without any code of
      // ours has to ask for it.
      void banso?.getState().then(({ show }) => {
        if (show && !customElements.get(name)) void banso.why();
      });
    }, [banso]);

    const { className, ...rest } = props;
    const attributes = Object.entries(rest).filter(([property]) => !(property in events));
    return createElement(name, {
      ...Object.fromEntries(attributes),
      // React 18 would write `classname`
      ...(className === undefined ? {} : { class: className }),
      ref: own,
    });
  });
  Element.displayName = name;
  return Element as Component<P>;
}
