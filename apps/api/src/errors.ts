import { type Problem, type ProblemCode, PROBLEMS } from '@banso/contract';

/** One thing that is wrong with the input, with the path of the field. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** A refusal: becomes a problem document with the status of its code. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;
  /** Seconds after which a repetition can succeed. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: readonly FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
  }
}

/** The refusal of input in which one field is wrong. */
export const invalidField = (path: string, code: string, message: string): AppError =>
  new AppError('invalid', `${path}: ${message}`, { errors: [{ path, code, message }] });

const TITLES: Readonly<Record<ProblemCode, string>> = {
  invalid: 'The request is not valid',
  unauthenticated: 'Sign in or send a key',
  identity_required: 'An identity token is required',
  identity_invalid: 'The identity token is not valid',
  session_expired: 'The session has ended',
  forbidden: 'Not allowed',
  not_verified: 'Nobody vouches for this user id',
  not_found: 'Not found',
  conflict: 'Conflict',
  approval_required: 'Approval is required',
  erased: 'This person was erased at their wish',
  precondition_failed: 'Somebody else changed it',
  too_large: 'Too large',
  unsupported_media_type: 'Unsupported media type',
  idempotency_mismatch: 'The Idempotency-Key was used for another request',
  not_publishable: 'Not ready to publish',
  precondition_required: 'If-Match is required',
  rate_limited: 'Too many requests',
  internal: 'Something went wrong here',
  unavailable: 'Not available now',
};

/** The problem document of a refusal. */
export function problemOf(error: AppError, requestId: string): Problem {
  return {
    type: `about:blank#${error.code}`,
    title: TITLES[error.code],
    status: PROBLEMS[error.code],
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.errors && { errors: [...error.errors] }),
  };
}
