import { expect, test } from 'vitest';
import { reviewRefusal } from './review.ts';

const situation = { isApprover: true, isOwner: false, isOwnEdit: false, isRequired: true };

test.each([
  { over: {}, expected: undefined, because: 'an approver approves what somebody else wrote' },
  { over: { isApprover: false }, expected: 'not_approver', because: 'the role does not approve' },
  { over: { isOwnEdit: true }, expected: 'own_edit', because: 'four eyes are required' },
  { over: { isOwnEdit: true, isRequired: false }, expected: undefined, because: 'it is a courtesy then' },
  { over: { isOwnEdit: true, isOwner: true }, expected: undefined, because: 'an owner may' },
])('$expected: $because', ({ over, expected }) => {
  expect(reviewRefusal({ ...situation, ...over })).toBe(expected);
});
