import type { ReactiveElement } from './reactive-element.ts';
import type { Controller, NewFact, Receipt } from '../controller.ts';

type OfContent<F> = F extends { contentId: string; version: number }
  ? Omit<F, 'contentId' | 'version'>
  : never;
/** A fact about one content, without saying which. */
export type ContentFact = OfContent<NewFact>;

type Heard = Parameters<Controller['emit']>[0] | undefined;
/** Under which name the page hears of a fact: all that happens to a step is `step`, the rest is called by its last word. */
function nameOf(type: NewFact['type']): Heard {
  return /^step|shown|opened|dismissed|answered|completed/.exec(type)?.[0] as Heard;
}

/**
 * Reports a fact about a content, and tells the listeners of the page, whose mistakes are not ours. A runtime that fails
 * counts as one that holds the fact.
 */
export async function tell(
  source: Controller | undefined,
  { id: contentId, version }: { id: string; version: number },
  about: ContentFact,
): Promise<Receipt> {
  const fact: NewFact = { ...about, contentId, version };
  const name = nameOf(fact.type);
  const takenBack = fact.type === 'content_dismissed' && fact.optOut === false;
  try {
    if (name && !takenBack) source?.emit(name, fact);
  } catch {
    // Their listener threw; ours goes on.
  }
  try {
    return (await source?.report(fact)) ?? 'held';
  } catch {
    return 'held';
  }
}

/** Moves focus to what an element shows now. */
export async function focusHeading(element: ReactiveElement): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus();
}
