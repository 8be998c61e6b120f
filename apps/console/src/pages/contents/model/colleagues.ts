import { type ReadonlySignal, signal } from '@preact/signals';

/** Somebody who has the same content open. */
export interface Colleague {
  id: string;
  name: string;
}

/** What an open editor says of itself, and what it hears of others. */
export interface Heard {
  contentId: string;
  tab: string;
  member: Colleague;
  left: boolean;
}

/** How often an open editor says that it is open; others forget it after twice that and a bit. */
export const TELL_MS = 20_000;
export const FORGET_MS = 45_000;

/** Who else has a content open. */
export interface Colleagues {
  /** One for each open tab that is not this one, oldest first. */
  others: ReadonlySignal<readonly (Colleague & { tab: string })[]>;
  hear: (said: Heard) => void;
  /** A tab that nobody looks at is not counted by others, until it is looked at again. */
  setAway: (isAway: boolean) => void;
  stop: () => void;
}

/**
 * Keeps track of who else has a content open. Nothing is stored anywhere: every editor tells, and whoever hears of a new one
 * tells it at once that they are there too.
 * @param tell - Says that this tab has it open, or with `true` that it is closed.
 */
export function watchColleagues(contentId: string, tab: string, tell: (left: boolean) => void): Colleagues {
  const others = signal<readonly (Colleague & { tab: string })[]>([]);
  const forgetting = new Map<string, ReturnType<typeof setTimeout>>();

  function forget(gone: string): void {
    clearTimeout(forgetting.get(gone));
    forgetting.delete(gone);
    others.value = others.peek().filter((each) => each.tab !== gone);
  }

  let telling: ReturnType<typeof setInterval> | undefined;
  function setAway(isAway: boolean): void {
    if (isAway === (telling === undefined)) return;
    clearInterval(telling);
    telling = isAway ? undefined : setInterval(() => tell(false), TELL_MS);
    tell(isAway);
  }
  setAway(false);
  return {
    others,
    setAway,
    hear(said) {
      if (said.contentId !== contentId || said.tab === tab) return;
      const isNew = !forgetting.has(said.tab);
      if (said.left) {
        forget(said.tab);
        return;
      }
      clearTimeout(forgetting.get(said.tab));
      forgetting.set(
        said.tab,
        setTimeout(() => forget(said.tab), FORGET_MS),
      );
      if (!isNew) return;
      others.value = [...others.peek(), { ...said.member, tab: said.tab }];
      if (telling !== undefined) tell(false);
    },
    stop() {
      setAway(true);
      for (const timer of forgetting.values()) clearTimeout(timer);
    },
  };
}
