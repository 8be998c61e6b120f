/** The service cannot start like this; the message says why and what to do, and nobody needs a stack trace. */
export class CannotStart extends Error {}
