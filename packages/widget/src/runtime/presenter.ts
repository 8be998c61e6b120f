import type { widgetApi } from '@banso/contract';
import type { SurveySurface, WidgetState } from '../controller.ts';
import type { ViewClock } from './view-clock.ts';

/** What the presenter needs of its surroundings. */
export interface PresenterDeps {
  state(): WidgetState;
  /** False while an identity is in flight, and while the decision is about another page. */
  isReady(): boolean;
  /** The person is busy: writing something, or looking at the panel. */
  isBusy(): boolean;
  /** Whether the page is as the content's trigger wants it now. */
  isTriggered(item: widgetApi.ShownContent): boolean;
  /** Fetches the code of what is due; undefined: nothing may be drawn here. */
  prepare(item: widgetApi.ShownContent): Promise<(() => SurveySurface) | undefined>;
  /** Asks the server for the exposure: `true` granted, `false` refused, `undefined` not known. */
  claim(item: widgetApi.ShownContent): Promise<boolean | undefined> | boolean;
  /** Time that the page has been in view. */
  clock: ViewClock;
  quietly(work: () => unknown): void;
}

/** What keeps a granted content from opening: the page is hidden, no decision about it, seconds, the person, the trigger. */
export type Wait = 'view' | 'decision' | 'delay' | 'busy' | 'trigger';

/** Shows the one survey or announcement that may open by itself: never early, never twice, never over what the person is doing. */
export interface Presenter {
  /** State or surroundings have changed. */
  look(): void;
  /** It was answered, opened or put away in another tab. */
  settledElsewhere(contentId: string): void;
  /** Another person, or nobody: everything is taken away and forgotten. */
  clear(): void;
  /** Resolves when nothing is under way: true when it stands in the page. */
  settled(): Promise<boolean>;
  /** What the content that may open waits for, `shown` when it stands in the page or is through in it. */
  waiting(contentId: string): Wait | 'shown' | undefined;
  /** Waits for nothing while the page is kept or over. */
  stop(): void;
}

const LOOK_AGAIN_MS = 1_000;
/** What of which code or exposure could not be had so often is left for another page. */
const MAX_FAILURES = 3;

export function createPresenter(deps: PresenterDeps): Presenter {
  /** What is through in this page, whatever the decision still says. */
  const through = new Set<string>();
  const failures = new Map<string, number>();
  /** Granted by the server and not shown yet. */
  let granted: widgetApi.ShownContent | undefined;
  let showing: { contentId: string; surface: SurveySurface } | undefined;
  let asking: Promise<void> | undefined;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function candidate(): widgetApi.ShownContent | undefined {
    const { show, contents } = deps.state();
    return [...(granted ? [granted] : []), ...show].find(
      ({ contentId, kind, surface }) =>
        kind !== 'checklist' &&
        surface !== 'panel' &&
        contents[contentId]?.kind === kind &&
        !through.has(contentId),
    );
  }

  const delayMs = ({ when }: widgetApi.ShownContent): number => when.delaySeconds * 1_000 - deps.clock.ms();

  /** What it waits for as the page is at this moment; undefined: it may come. */
  function waitsFor(item: widgetApi.ShownContent): Wait | undefined {
    if (document.hidden) return 'view';
    if (!deps.isReady()) return 'decision';
    if (delayMs(item) > 0) return 'delay';
    if (deps.isBusy()) return 'busy';
    return deps.isTriggered(item) ? undefined : 'trigger';
  }

  function look(): void {
    clearTimeout(timer);
    const item = candidate();
    if (!item || showing || asking) return;
    const wait = waitsFor(item);
    if (wait === 'view' || wait === 'decision') return;
    if (wait) timer = setTimeout(look, wait === 'delay' ? delayMs(item) : LOOK_AGAIN_MS);
    else {
      asking = present(item);
      deps.quietly(() => asking);
    }
  }

  async function present(item: widgetApi.ShownContent): Promise<void> {
    const { contentId } = item;
    const began = round;
    try {
      const mount = await deps.prepare(item).catch(() => undefined);
      if (!mount) return fail(contentId);
      // Its time may have passed while the code came: do not spend the exposure.
      if (began !== round || candidate()?.contentId !== contentId || waitsFor(item)) return;
      const answer = granted === item || (await deps.claim(item));
      if (began !== round) return;
      if (answer === undefined) return fail(contentId);
      if (!answer) return void through.add(contentId);
      granted = item;
      if (candidate()?.contentId !== contentId || waitsFor(item)) return;
      granted = undefined;
      through.add(contentId);
      const surface = mount();
      showing = { contentId, surface };
      void surface.closed.then(() => {
        if (showing?.surface === surface) showing = undefined;
        look();
      });
    } finally {
      if (began === round) {
        asking = undefined;
        clearTimeout(timer);
        timer = setTimeout(look, LOOK_AGAIN_MS);
      }
    }
  }

  function fail(contentId: string): void {
    const failed = (failures.get(contentId) ?? 0) + 1;
    failures.set(contentId, failed);
    if (failed >= MAX_FAILURES) through.add(contentId);
  }

  function close(): void {
    showing?.surface.destroy();
    showing = undefined;
  }

  return {
    look,
    settledElsewhere(contentId) {
      through.add(contentId);
      if (showing?.contentId === contentId) close();
    },
    clear() {
      round++;
      asking = undefined;
      clearTimeout(timer);
      through.clear();
      failures.clear();
      granted = undefined;
      close();
    },
    async settled() {
      await asking;
      return !!showing;
    },
    waiting(contentId) {
      if (through.has(contentId)) return 'shown';
      const item = candidate();
      return item?.contentId === contentId ? waitsFor(item) : undefined;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
