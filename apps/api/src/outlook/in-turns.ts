import { setImmediate } from 'node:timers/promises';

/** Steps after which others get a turn: a few milliseconds. */
const STEPS_A_TURN = 25;

/** Plays something long to its end and lets others be served in between. */
export async function inTurns<Step, Outcome>(
  play: Generator<Step, Outcome>,
  note: (step: Step) => void = () => undefined,
): Promise<Outcome> {
  let steps = 0;
  let step = play.next();
  while (!step.done) {
    note(step.value);
    steps += 1;
    if (steps % STEPS_A_TURN === 0) await setImmediate();
    step = play.next();
  }
  return step.value;
}
