import type { widgetApi } from '@banso/contract';
import type { ChecklistBody } from '@banso/domain/content';
import { progressOf } from '@banso/domain/onboarding';

/**
 * How a checklist looks to somebody who begins it now: nothing is done, later steps may be locked, due dates count from
 * now. Steps that only some people see are all shown, because the team wants to see them.
 */
export function previewProgress(body: ChecklistBody, now: string): widgetApi.Progress {
  const everything = { ...body, steps: body.steps.map((step) => ({ ...step, visibleWhen: null })) };
  const contact = { id: 'preview', traits: {}, verified: true, firstSeenAt: now };
  const { steps, done, total } = progressOf(everything, [], {
    facts: { now, contact, events: [], content: {} },
    startedAt: now,
  });
  return {
    steps: steps.map(({ key, state, current, lockedBy, dueAt }) => ({
      key,
      state,
      current,
      lockedBy: [...lockedBy],
      ...(dueAt !== undefined && { dueAt }),
    })),
    done,
    total,
  };
}
