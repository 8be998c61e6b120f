/** True while an input method is still composing: its Enter picks a candidate and sends nothing. */
export const composes = (event: KeyboardEvent): boolean =>
  // oxlint-disable-next-line typescript/no-deprecated -- Safari ends the composition before this event; only 229 tells.
  event.isComposing || event.keyCode === 229;
