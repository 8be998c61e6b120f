import type { PersonRecord } from '@banso/database';
import { AppError } from './errors.ts';

/**
 * Whether what is kept of a person may be shown to whoever speaks in their name. Nobody vouches for a user id that comes
 * without a token: anybody could name it. A verified person has a token, and an anonymous id is known to its browser only.
 */
export function mayRead({ identity }: Pick<PersonRecord, 'identity'>): boolean {
  return identity !== 'unverified';
}

/** What somebody is told who comes as, or tells about, a person who was erased. */
export function erased(): AppError {
  return new AppError(
    'erased',
    'This person was erased at their wish: nothing is taken down of them any more.',
  );
}

/** @throws {AppError} `erased` when this is nobody in particular any more. */
export function requirePresent({ erasedAt }: Pick<PersonRecord, 'erasedAt'>): void {
  if (erasedAt !== null) throw erased();
}

/** @throws {AppError} `erased`, or `not_verified` when nobody vouches for whoever speaks in this person's name. */
export function requireReader(person: Pick<PersonRecord, 'identity' | 'erasedAt'>): void {
  requirePresent(person);
  if (!mayRead(person))
    throw new AppError(
      'not_verified',
      'What is known of a person is shown to people with an identity token only.',
    );
}
