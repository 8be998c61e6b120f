import type { Deps } from '../../app-env.ts';

const TELL_EVERY_MS = 1_000;

/**
 * The console's "we heard your server", at most once a second for a workspace: the last fact of a crowd is told as well as the
 * first.
 */
export function createHeard({ live, clock }: Pick<Deps, 'live' | 'clock'>): (workspaceId: string) => void {
  const resting = new Map<string, { again: boolean }>();

  function rest(workspaceId: string): void {
    const state = { again: false };
    resting.set(workspaceId, state);
    setTimeout(() => {
      resting.delete(workspaceId);
      if (state.again) tell(workspaceId);
    }, TELL_EVERY_MS).unref();
  }

  function tell(workspaceId: string): void {
    live.publish(workspaceId, { type: 'heard', at: clock.now() });
    rest(workspaceId);
  }

  return (workspaceId) => {
    const state = resting.get(workspaceId);
    if (state) state.again = true;
    else tell(workspaceId);
  };
}
