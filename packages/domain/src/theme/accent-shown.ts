import { contrastOf, fromOklch, hexOf, linearOf, luminanceOf, oklchOf } from './colour.ts';
import type { Linear } from './colour.ts';

/** An accent behind the contrast floor in one scheme, as hex: what the widget draws (`packages/widget/src/styles/accent.ts`). */
export interface AccentShown {
  /** Of buttons and rings. */
  fill: string;
  /** On the fill: white, or black where that is bright. */
  onFill: '#ffffff' | '#000000';
  /** As text, and of the focus. */
  text: string;
}

/** Up to this luminance white text holds on a fill, from the next on a fill stays as it is and black does; what is between is dimmed. */
const WHITE_HOLDS = 0.178;
const BRIGHT = 0.3;
const BLACK_FROM = 0.179;
/** A text in the accent is no lighter than this on light ground. */
const TEXT_UP_TO = 0.105;
/** In the dark an accent is at least this light in OKLCH, with no more chroma than screens can show there. */
const LIFTED_TO = 0.75;
const LIFTED_CHROMA = 0.14;

/** What the widget makes of an accent so that it can be read; undefined when it is no colour. */
export function accentShown(accent: string, scheme: 'light' | 'dark'): AccentShown | undefined {
  const colour = linearOf(accent);
  if (!colour) return undefined;
  const fill = scheme === 'light' ? dimmed(colour) : lifted(colour);
  const text = scheme === 'light' ? scaled(colour, TEXT_UP_TO) : fill;
  const onFill = luminanceOf(fill) < BLACK_FROM ? '#ffffff' : '#000000';
  return { fill: hexOf(fill), onFill, text: hexOf(text) };
}

/** Contrast of an accent, as it was chosen, with the text that stands on it in the light scheme; undefined when it is no colour. */
export function accentContrast(accent: string): number | undefined {
  const colour = linearOf(accent);
  return colour && contrastOf(colour, luminanceOf(colour) > BRIGHT ? [0, 0, 0] : [1, 1, 1]);
}

function dimmed(colour: Linear): Linear {
  return luminanceOf(colour) > BRIGHT ? colour : scaled(colour, WHITE_HOLDS);
}

/** No lighter than a luminance, in the same hue. */
function scaled(colour: Linear, most: number): Linear {
  const share = Math.min(1, most / luminanceOf(colour));
  return colour.map((part) => part * share) as unknown as Linear;
}

function lifted(colour: Linear): Linear {
  const [lightness, chroma, hue] = oklchOf(colour);
  const most = LIFTED_CHROMA + Math.max(0, lightness - LIFTED_TO) * 99;
  return fromOklch([Math.max(lightness, LIFTED_TO), Math.min(chroma, most), hue]);
}
