/** Every time zone that this browser knows, for a choice; the current one is always among them. */
export function zoneOptions(current: string): { value: string; label: string }[] {
  const zones = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
