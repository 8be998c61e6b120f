import { expect, test } from 'vitest';
import type { event } from '@banso/contract';
import { memoryOf } from './step-memory.ts';
import { standIn } from './testing/stage.ts';
import { rememberUnsent, takeBack } from './unsent-steps.ts';

const ticked = (step: string) =>
  ({ type: 'step_completed', contentId: 'chk_1', version: 1, step, id: step, at: '' }) as event.Event;

test('a tick of an earlier page is remembered, and is no end to celebrate in this one', () => {
  const controller = standIn({});
  const memory = memoryOf(controller, 'chk_1');
  memory.celebrates = true; // drawn as open before the tick was known
  rememberUnsent(controller, [ticked('invite')]);
  expect(memory.changes.get('invite')).toEqual({ done: true, receipt: 'stored' });
  expect(memory.celebrates).toBe(false);
});

test('what the person has done in this page is newer', () => {
  const controller = standIn({});
  const memory = memoryOf(controller, 'chk_1');
  memory.changes.set('invite', { done: false });
  memory.celebrates = true;
  rememberUnsent(controller, [ticked('invite')]);
  expect(memory.changes.get('invite')).toEqual({ done: false });
  expect(memory.celebrates).toBe(true);
});

test('a tick that was refused is taken back', () => {
  const controller = standIn({});
  rememberUnsent(controller, [ticked('invite')]);
  takeBack(controller, ticked('invite'));
  expect(memoryOf(controller, 'chk_1').changes.size).toBe(0);
});
