import { expect, test } from 'vitest';
import { type PublishSituation, publishRefusal } from './publish-refusal.ts';

const ready: PublishSituation = {
  mayPublish: true,
  problems: 0,
  save: 'saved',
  status: 'published',
  changes: 2,
  isKnown: true,
  isWaiting: false,
  needsApproval: false,
};

test.each<{ over: Partial<PublishSituation>; refusal: string | undefined; because: string }>([
  { over: {}, refusal: undefined, because: 'it is ready' },
  { over: { save: 'waiting' }, refusal: undefined, because: 'publishing saves first' },
  { over: { mayPublish: false, problems: 1 }, refusal: 'permission', because: 'mending would not help' },
  { over: { problems: 1, save: 'offline' }, refusal: 'problems', because: 'fields come before the network' },
  { over: { save: 'conflict' }, refusal: 'conflict', because: 'a decision is open' },
  { over: { save: 'offline' }, refusal: 'unsaved', because: 'the server does not have it' },
  {
    over: { changes: undefined, isKnown: false },
    refusal: 'comparing',
    because: 'nobody knows what would change',
  },
  {
    over: { changes: undefined, status: 'draft' },
    refusal: undefined,
    because: 'there is nothing to compare with',
  },
  { over: { changes: 0 }, refusal: 'unchanged', because: 'customers see it already' },
  { over: { changes: 0, isWaiting: true }, refusal: undefined, because: 'its time can be changed' },
  { over: { needsApproval: true }, refusal: 'approval', because: 'nobody has approved it' },
  { over: { needsApproval: true, changes: 0 }, refusal: 'unchanged', because: 'there is nothing to approve' },
  { over: { changes: 0, status: 'archived' }, refusal: undefined, because: 'customers do not see it' },
])('$refusal: $because', ({ over, refusal }) => expect(publishRefusal({ ...ready, ...over })).toBe(refusal));
