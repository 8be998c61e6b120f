/** How the widget treats an accent colour in its light scheme. */
export interface AccentNote {
  /** `asIs`: white text holds on it; `dimmed`: shown darker so that it does; `bright`: kept, with black text on it. */
  kind: 'asIs' | 'dimmed' | 'bright';
  /** Contrast of the colour itself with white text, or for `bright` with black, from 1 to 21. */
  ratio: number;
}

type Linear = readonly [number, number, number];

// The floors of the widget's accent.ts, in relative luminance.
const WHITE_HOLDS = 0.178;
const BRIGHT = 0.3;
const DARK_FLOOR = 0.41;

const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** Parts of a colour such as `#2f55a4` as linear light, 0 to 1; undefined for anything else. */
function linearOf(hex: string): Linear | undefined {
  if (!isHex(hex)) return undefined;
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function hexOf(parts: Linear): string {
  const text = (value: number) => {
    const light = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(Math.max(light, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${parts.map(text).join('')}`;
}

/** Relative luminance, WCAG 2.2. */
const luminanceOf = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** What the widget does with the colour; undefined when it is no colour. */
export function accentNote(hex: string): AccentNote | undefined {
  const parts = linearOf(hex);
  if (!parts) return undefined;
  const y = luminanceOf(parts);
  if (y > BRIGHT) return { kind: 'bright', ratio: (y + 0.05) / 0.05 };
  return { kind: y > WHITE_HOLDS ? 'dimmed' : 'asIs', ratio: 1.05 / (y + 0.05) };
}

/** A button of the widget: its colour and that of its text, in the light and in the dark scheme. */
export function accentButtons(
  hex: string,
): { light: { fill: string; ink: string }; dark: { fill: string; ink: string } } | undefined {
  const parts = linearOf(hex);
  if (!parts) return undefined;
  const y = luminanceOf(parts);
  const dim = y > WHITE_HOLDS && y <= BRIGHT ? WHITE_HOLDS / y : 1;
  const up = Math.max(0, (DARK_FLOOR - y) / (1 - y));
  const light = parts.map((part) => part * dim) as unknown as Linear;
  const dark = parts.map((part) => part + up * (1 - part)) as unknown as Linear;
  const button = (fill: Linear) => ({
    fill: hexOf(fill),
    ink: luminanceOf(fill) < 0.179 ? '#ffffff' : '#000000',
  });
  return { light: button(light), dark: button(dark) };
}
