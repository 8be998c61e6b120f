import { describe, expect, test } from 'vitest';
import { accentButtons, accentNote } from './accent-contrast.ts';

/** Contrast of two colours, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('accentNote', () => {
  test.each([
    { accent: '#2f55a4', kind: 'asIs', because: 'white text holds' },
    { accent: '#000000', kind: 'asIs', because: 'black is dark enough' },
    { accent: '#e0572a', kind: 'dimmed', because: 'orange is a little too light for white text' },
    { accent: '#ffcc00', kind: 'bright', because: 'yellow carries black text' },
    { accent: '#FFFFFF', kind: 'bright', because: 'letters of either case are colours' },
  ])('$accent is $kind: $because', ({ accent, kind }) => expect(accentNote(accent)?.kind).toBe(kind));

  test('gives the contrast with the text that the widget puts on it', () => {
    expect(accentNote('#2f55a4')?.ratio).toBeCloseTo(contrast('#2f55a4', '#ffffff'), 6);
    expect(accentNote('#ffcc00')?.ratio).toBeCloseTo(contrast('#ffcc00', '#000000'), 6);
  });

  test.each(['', '#fff', 'red', '#2f55a', '#2f55a4ff'])('%s is no colour', (accent) => {
    expect(accentNote(accent)).toBeUndefined();
    expect(accentButtons(accent)).toBeUndefined();
  });
});

describe('accentButtons', () => {
  test.each(['#2f55a4', '#e0572a', '#ffcc00', '#000000', '#ffffff', '#808080', '#7a7aff', '#c0392b'])(
    'text holds on the button in both schemes: %s',
    (accent) => {
      const { light, dark } = accentButtons(accent)!;
      expect(contrast(light.fill, light.ink)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark.fill, dark.ink)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
