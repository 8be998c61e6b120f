import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** How long a toast stays, in milliseconds. */
export const TOAST_MS = 8_000;

/** What a toast says and offers. */
export interface ToastInput {
  /** What happened, in one sentence. */
  message: string;
  /** Takes it back. The toast then shows "Undo" and reacts to `Z`. */
  undo?: (() => void) | undefined;
  /** One other thing to do, instead of undo. */
  action?: { label: string; run: () => void } | undefined;
  /** Default {@link TOAST_MS}. */
  durationMs?: number | undefined;
}

/** A toast on the screen. */
export interface Toast extends ToastInput {
  id: number;
}

/** Toasts and what can be done with them. One for the whole console; hand it to `Toaster`. */
export interface ToasterModel {
  /** Oldest first, at most three. */
  toasts: ReadonlySignal<readonly Toast[]>;
  /** Shows a toast and returns its id. */
  show: (input: ToastInput) => number;
  dismiss: (id: number) => void;
  /** Undoes and closes a toast; without an id, the newest that can be undone. `false` when there is none. */
  undo: (id?: number) => boolean;
  /** Stops every clock, while somebody reads; `resume` starts them again with at least two seconds. */
  pause: () => void;
  resume: () => void;
}

const MOST = 3;
/** So that a toast does not vanish the moment the pointer leaves it. */
const LEAST_LEFT_MS = 2_000;

interface Clock {
  /** Undefined while paused. */
  timer: ReturnType<typeof setTimeout> | undefined;
  leftMs: number;
  startedAt: number;
}

/** An empty toaster. It keeps timers, so make one, not one a render. */
export function createToaster(): ToasterModel {
  const toasts = signal<readonly Toast[]>([]);
  const clocks = new Map<number, Clock>();
  let lastId = 0;
  let paused = false;

  const start = (id: number, leftMs: number) => {
    const timer = paused ? undefined : setTimeout(() => dismiss(id), leftMs);
    clocks.set(id, { timer, leftMs, startedAt: performance.now() });
  };

  function dismiss(id: number): void {
    clearTimeout(clocks.get(id)?.timer);
    clocks.delete(id);
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }

  function show(input: ToastInput): number {
    lastId += 1;
    const kept = toasts.value.slice(-(MOST - 1));
    for (const toast of toasts.value) if (!kept.includes(toast)) dismiss(toast.id);
    toasts.value = [...kept, { ...input, id: lastId }];
    start(lastId, input.durationMs ?? TOAST_MS);
    return lastId;
  }

  function undo(id?: number): boolean {
    const toast = toasts.value.findLast(({ id: own, undo: back }) =>
      id === undefined ? back : own === id && back,
    );
    if (!toast) return false;
    dismiss(toast.id);
    toast.undo?.();
    return true;
  }

  function pause(): void {
    if (paused) return;
    paused = true;
    for (const clock of clocks.values()) {
      clearTimeout(clock.timer);
      clock.timer = undefined;
      clock.leftMs -= performance.now() - clock.startedAt;
    }
  }

  function resume(): void {
    if (!paused) return;
    paused = false;
    for (const [id, clock] of clocks) start(id, Math.max(clock.leftMs, LEAST_LEFT_MS));
  }

  return { toasts, show, dismiss, undo, pause, resume };
}
