/** What a yes-or-no filter of an address says; undefined: nothing, and it does not filter. */
export const flag = (value: 'true' | 'false' | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';
