import type { FunctionComponent, JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** A drawing that `Icon` can show: anything that takes SVG attributes, such as the exports of `icons.ts`. */
export type IconShape = FunctionComponent<{ class?: string; 'aria-hidden'?: 'true'; focusable?: 'false' }>;

/** Props of {@link Icon}. */
export interface IconProps {
  of: IconShape;
  /** `s` is 14 px, `m` 16 px (the default), `l` 20 px. */
  size?: 's' | 'm' | 'l' | undefined;
  /** Points the other way where the text runs from right to left: arrows and chevrons along the line. */
  directional?: boolean | undefined;
}

/**
 * An icon on the 16 px grid with a 1.5 px stroke, in the colour of the text. It is hidden from screen readers: a word
 * stands beside it, or the control that holds it has a label.
 */
export function Icon({ of: Shape, size = 'm', directional }: IconProps): JSX.Element {
  return (
    <Shape
      class={classNames('i', size !== 'm' && `i-${size}`, directional && 'flip') ?? 'i'}
      aria-hidden="true"
      focusable="false"
    />
  );
}
