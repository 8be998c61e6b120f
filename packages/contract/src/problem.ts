import * as z from 'zod';

/** Every way in which a request can be refused, with its HTTP status. */
export const PROBLEMS = {
  invalid: 400,
  unauthenticated: 401,
  identity_required: 401,
  identity_invalid: 401,
  session_expired: 401,
  forbidden: 403,
  /** Nobody vouches for the user id in whose name somebody asks. */
  not_verified: 403,
  not_found: 404,
  conflict: 409,
  /** The workspace publishes only drafts that a colleague has approved. */
  approval_required: 409,
  /** What was known of this person was erased at their wish; nothing is taken down of them any more. */
  erased: 410,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  not_publishable: 422,
  precondition_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Why one event of a batch was refused; the others go on. */
export const EVENT_REFUSALS = [
  'invalid',
  'too_large',
  'unknown_type',
  'unknown_content',
  'unknown_step',
  'unknown_question',
  'not_granted',
  'unknown_response',
  'not_verified',
  'not_requested',
  'erased',
] as const;
export type EventRefusal = (typeof EVENT_REFUSALS)[number];
