import type { LinkCode } from '@banso/contract/links';
import type { DraftLink } from './draft-links.ts';
import type { Found } from './look-at.ts';

/** An image with more bytes than this keeps people waiting on a phone. */
const HEAVY_IMAGE_BYTES = 2_097_152;

/** What a player page or a stream says it is, beside what begins with `video/`. */
const PLAYS =
  /^(?:video\/.*|text\/html|application\/(?:xhtml\+xml|octet-stream|dash\+xml|(?:vnd\.apple\.|x-)mpegurl)|)$/;

/** What is worth a look at a link, by what was found behind it; undefined: nothing. */
export function findingOf({ href, path, use }: DraftLink, found: Found): LinkCode | undefined {
  if (found.is === 'private') return 'private';
  if (found.is === 'silent' || found.status >= 500) return 'unreachable';
  if (found.status === 404 || found.status === 410) return 'gone';
  // whoever has to sign in, or may not ask so often, finds something there all the same
  if (found.status < 400 && isWrongType(use, found.type)) return 'wrong_type';
  if (use === 'image' && (found.bytes ?? 0) > HEAVY_IMAGE_BYTES) return 'too_large';
  // of an address that is a field of its own the checks of the draft say so already
  return href.startsWith('http:') && !path.endsWith('rl') ? 'insecure' : undefined;
}

function isWrongType(use: DraftLink['use'], type: string): boolean {
  if (use === 'video') return !PLAYS.test(type);
  return use === 'image' && type !== '' && !type.startsWith('image/');
}
