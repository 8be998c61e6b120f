/** A DOM event for what the person did. */
export function fire(
  target: EventTarget | null,
  type: string,
  detail: Readonly<Record<string, unknown>> = {},
): void {
  target?.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
