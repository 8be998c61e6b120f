/** Facts about a person, a company or an event: flat, and nothing but text, numbers and booleans. */
export type Values = Record<string, string | number | boolean>;

/** Leaves out what the service would refuse the whole request for: null, lists, objects. */
export function plainValues(values: object | undefined): Values {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => /^[snb]/.test(typeof value)));
}
