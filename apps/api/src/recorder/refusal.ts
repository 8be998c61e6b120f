import type { EventRefusal } from '@banso/contract';

/** Why one fact is not recorded; the others of its batch go on. */
export interface Refusal {
  code: EventRefusal;
  /** For the developer who reads it; begins with the field. */
  message: string;
}

/** Makes a refusal. */
export function refusal(code: EventRefusal, message: string): Refusal {
  return { code, message };
}

/** Whether something that was asked for came back as a refusal. */
export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'message' in value;
}
