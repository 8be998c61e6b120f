/** Digits of five bits each: the first 32 say that more follow, the last 32 end a number. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const VALUES = new Map(DIGITS.split('').map((digit, value) => [digit.charCodeAt(0), value]));

/** Ascending places as text: the distance of each to the one before, and of the first to `from`. */
export function packPlaces(from: number, places: readonly number[]): string {
  let packed = '';
  let last = from;
  for (const place of places) {
    let distance = place - last;
    while (distance >= 32) {
      packed += DIGITS.charAt(distance % 32);
      distance = Math.floor(distance / 32);
    }
    packed += DIGITS.charAt(32 + distance);
    last = place;
  }
  return packed;
}

/** What {@link packPlaces} was given. */
export function unpackPlaces(from: number, packed: string): number[] {
  const places: number[] = [];
  let place = from;
  let distance = 0;
  let unit = 1;
  for (let index = 0; index < packed.length; index++) {
    const value = VALUES.get(packed.charCodeAt(index)) ?? 0;
    distance += (value % 32) * unit;
    unit *= 32;
    if (value < 32) continue;
    place += distance;
    places.push(place);
    distance = 0;
    unit = 1;
  }
  return places;
}
