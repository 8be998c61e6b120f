import type { event, PublishedChecklist, PublishedContent, widgetApi } from '@banso/contract';
import { themeCss } from '@banso/domain/theme';
import type { Controller, NewFact, Own, Receipt, WidgetState } from './controller.ts';

/** What a {@link StandIn} shows, and how its facts fare. */
export interface StandInOptions {
  contents: readonly PublishedContent[];
  locale: string;
  theme?: widgetApi.Theme;
  /** By checklist id; a checklist without one has nothing done and nothing locked. */
  progress?: Readonly<Record<string, widgetApi.Progress>>;
  /** The decision; by default everything is on offer in the panel, on every page. */
  show?: readonly widgetApi.ShownContent[];
  pageUrl?: string;
  /** The time; by default the clock's. */
  now?: () => Date;
}

/**
 * A controller without a server: for previews, where nothing leaves the page and every fact "arrives". Steps that are ticked
 * become done, so that a checklist can be walked through.
 */
export class StandIn implements Controller {
  /** Everything reported so far, oldest first. */
  readonly facts: NewFact[] = [];
  /** What becomes of the next facts. */
  receipt: Receipt = 'arrived';
  #state: WidgetState;
  #listeners = new Set<() => void>();
  #now: () => Date;
  #ids = 0;
  #pageLocale: string;

  constructor(options: StandInOptions) {
    this.#state = stateOf(options);
    this.#pageLocale = options.locale;
    this.#now = options.now ?? (() => new Date());
  }

  get state(): WidgetState {
    return this.#state;
  }

  /** Replaces parts of the state and tells everybody. */
  change(parts: Partial<WidgetState>): void {
    this.#state = { ...this.#state, ...parts };
    for (const listener of this.#listeners) listener();
  }

  /** Starts anew from other options. */
  reset(options: StandInOptions): void {
    this.#pageLocale = options.locale;
    this.change(stateOf(options));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(fact: NewFact): Promise<Receipt> {
    this.facts.push(fact);
    if (this.receipt === 'arrived') this.#apply(fact);
    if (fact.type === 'preference_set' && this.receipt !== 'refused') this.#prefer(fact);
    return Promise.resolve(this.receipt);
  }

  #prefer({ asking, locale }: Extract<NewFact, { type: 'preference_set' }>): void {
    const before = this.#state.preferences ?? { asking: 'usual', locale: null };
    const preferences = {
      asking: asking ?? before.asking,
      locale: locale === undefined ? before.locale : locale,
    };
    this.change({ preferences, locale: preferences.locale ?? this.#pageLocale });
  }

  #apply(fact: NewFact): void {
    if (fact.type !== 'step_completed' && fact.type !== 'step_reopened') return;
    const before = this.#state.progress[fact.contentId];
    if (!before) return;
    const done = fact.type === 'step_completed';
    const checklist = this.#state.contents[fact.contentId];
    const optional =
      checklist?.kind === 'checklist' &&
      checklist.steps.some(({ key, optional: o }) => key === fact.step && o);
    const doneKeys = new Set(before.steps.filter(({ state }) => state === 'done').map(({ key }) => key));
    if (doneKeys.has(fact.step) === done) return;
    if (done) doneKeys.add(fact.step);
    else doneKeys.delete(fact.step);
    const steps = before.steps.map(({ doneAt, doneBy, ...step }): widgetApi.StepProgress => {
      const kept = { ...(doneAt ? { doneAt } : {}), ...(doneBy ? { doneBy } : {}) };
      if (step.key === fact.step)
        return done
          ? { ...step, state: 'done', doneAt: this.now().toISOString() }
          : { ...step, state: 'open' };
      const opens = step.state === 'locked' && step.lockedBy.every((key) => doneKeys.has(key));
      return { ...step, ...kept, state: opens ? 'open' : step.state };
    });
    const current = steps.find(({ state }) => state === 'open')?.key;
    const progress: widgetApi.Progress = {
      steps: steps.map((step) => ({ ...step, current: step.key === current })),
      total: before.total,
      done: before.done + (optional ? 0 : done ? 1 : -1),
    };
    this.change({ progress: { ...this.#state.progress, [fact.contentId]: progress } });
  }

  newId(): string {
    this.#ids += 1;
    return `${this.#ids}`;
  }

  /** What `read` answers, by path; what is not in it cannot be had. */
  readonly kept: Record<string, unknown> = {};
  /** Facts that wait on this device. */
  readonly held: event.Event[] = [];
  own(): Promise<Own> {
    return Promise.resolve({
      read: (path) => Promise.resolve(this.kept[path]),
      waiting: () => Promise.resolve(this.held),
    });
  }

  /** Addresses that were followed; a preview stays where it is. */
  readonly followed: string[] = [];
  follow(url: string): void {
    this.followed.push(url);
  }

  /** What listeners of the page would have been told. */
  readonly emitted: { name: string; detail: Readonly<Record<string, unknown>> }[] = [];
  emit(name: string, detail: Readonly<Record<string, unknown>>): void {
    this.emitted.push({ name, detail });
  }

  now(): Date {
    return this.#now();
  }
}

function stateOf({ contents, locale, theme, progress, show, pageUrl }: StandInOptions): WidgetState {
  const checklists = contents.filter((content) => content.kind === 'checklist');
  return {
    locale,
    theme: { ...theme, css: themeCss(theme ?? {}) },
    contents: Object.fromEntries(contents.map((content) => [content.id, content])),
    progress: { ...Object.fromEntries(checklists.map((one) => [one.id, untouched(one)])), ...progress },
    show:
      show ??
      contents.map(({ id, version, kind }) => ({
        contentId: id,
        version,
        kind,
        surface: 'panel',
        when: { delaySeconds: 0, pages: [] },
        reason: 'eligible',
        ...(kind === 'announcement' && { unread: true as const }),
      })),
    unread: 0,
    launcher: false,
    messages: undefined,
    preferences: { asking: 'usual', locale: null },
    languages: ['en', 'ja', 'ko'],
    pageUrl: pageUrl ?? '',
    online: true,
    pending: 0,
  };
}

function untouched({ steps }: PublishedChecklist): widgetApi.Progress {
  const current = steps.find(({ optional, owner }) => !optional && owner === 'customer')?.key;
  return {
    steps: steps.map(({ key }) => ({ key, state: 'open', current: key === current, lockedBy: [] })),
    done: 0,
    total: steps.filter(({ optional }) => !optional).length,
  };
}
