import { addMs, DAY_MS } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { given, stepDone, stepReopened, stepsOf } from './checklist-progress.ts';

const at = '2026-03-02T12:00:00.000Z';
const origin = { contentId: 'chk_1', subjectId: 'con_1', version: 2, variant: null };
const fresh = given(undefined, origin, at);
const by = (via: 'person' | 'event', days = 0) => ({
  doneAt: addMs(at, days * DAY_MS),
  doneBy: 'con_1',
  via,
});

describe('progress', () => {
  test('begins when the checklist is given, and keeps its beginning', () => {
    expect(fresh).toMatchObject({ startedAt: at, lastStepAt: null, completedAt: null, version: 2 });
    expect(given(fresh, { ...origin, version: 3 }, addMs(at, DAY_MS))).toEqual({ ...fresh, version: 3 });
    expect(given(fresh, { ...origin, variant: 'b' }, at)).toBe(fresh);
    expect(given(fresh, { ...origin, version: 3, variant: 'b' }, at)).toMatchObject({ variant: 'b' });
    expect(given(fresh, { ...origin, version: 1 }, addMs(at, DAY_MS))).toBe(fresh);
  });

  test('keeps who finished a step first', () => {
    const done = stepDone(fresh, 'invite', by('person'));
    expect(stepDone(done, 'invite', by('event', 1))).toBe(done);
    expect(stepsOf(done)).toEqual([{ key: 'invite', at, by: 'con_1', via: 'person' }]);
  });

  test('knows when the last step was, whatever arrives last', () => {
    const done = stepDone(stepDone(fresh, 'invite', by('person', 1)), 'connect', by('person'));
    expect(done.lastStepAt).toBe(addMs(at, DAY_MS));
  });

  test('forgets a step that is unticked, and only that', () => {
    const done = stepDone(stepDone(fresh, 'invite', by('person')), 'connect', by('person'));
    expect([...stepReopened(done, 'invite').steps.keys()]).toEqual(['connect']);
    expect(stepReopened(fresh, 'invite')).toBe(fresh);
  });
});
