/** Red, green and blue as linear light, 0 to 1. */
export type Linear = readonly [red: number, green: number, blue: number];

/** The parts of a colour such as `#2f55a4`; undefined for anything else. */
export function linearOf(hex: string): Linear | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return undefined;
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Relative luminance, WCAG 2.2. */
export const luminanceOf = ([red, green, blue]: Linear): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast ratio of two colours, WCAG 2.2, from 1 to 21. */
export function contrastOf(one: Linear, other: Linear): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

type Matrix = readonly [Linear, Linear, Linear];

const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const FROM_LMS: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];

const times = (matrix: Matrix, [a, b, c]: Linear): Linear =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Linear;

/**
 * `color-mix(in oklab, one share, other)`. OKLab is linear in the cube roots of the cone responses, so that mixing those is mixing
 * it (Björn Ottosson, "A perceptual color space for image processing", 2020).
 */
export function oklabMix(one: Linear, share: number, other: Linear): Linear {
  const [a, b] = [times(TO_LMS, one), times(TO_LMS, other)];
  const mixed = a.map((value, at) => (Math.cbrt(value) * share + Math.cbrt(b[at] ?? 0) * (1 - share)) ** 3);
  return times(FROM_LMS, mixed as unknown as Linear);
}

/** Lightness, 0 to 1, chroma and hue, in radians, of OKLCH. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** A colour in OKLCH. */
export function oklchOf(colour: Linear): Oklch {
  const [lightness, a, b] = times(TO_LAB, times(TO_LMS, colour).map(Math.cbrt) as unknown as Linear);
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)];
}

/** What {@link oklchOf} takes apart; parts can lie outside of what screens show. */
export function fromOklch([lightness, chroma, hue]: Oklch): Linear {
  const roots = times(FROM_LAB, [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
  return times(FROM_LMS, roots.map((root) => root ** 3) as unknown as Linear);
}

/** A colour as hex, cut to what screens show. */
export function hexOf(colour: Linear): string {
  const part = (value: number) => {
    const light = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    const byte = Math.round(Math.min(Math.max(light, 0), 1) * 255);
    return byte.toString(16).padStart(2, '0');
  };
  return `#${colour.map(part).join('')}`;
}
