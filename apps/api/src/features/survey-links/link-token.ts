import { sealSame, unsealSame } from '../../sealing.ts';

/** What the address of a shared survey says, sealed: of which link it is, and for whom. */
export interface LinkAddress {
  workspaceId: string;
  linkId: string;
  /** Undefined: whoever has the address. */
  contactId: string | undefined;
}

const PLACE = 'survey-link';
const BYTES_OF_ID = 16;

/** A short text for an address, of which nothing can be read. The same link and person always get the same one. */
export function linkToken(secret: string, { workspaceId, linkId, contactId }: LinkAddress): string {
  const ids = [workspaceId, linkId, ...(contactId === undefined ? [] : [contactId])];
  return sealSame(secret, PLACE, Buffer.concat(ids.map(bytesOf)));
}

/** What a token says; undefined: it is none of ours. */
export function readLinkToken(secret: string, token: string): LinkAddress | undefined {
  const bytes = unsealSame(secret, PLACE, token);
  if (!bytes) return undefined;
  const [workspaceId, linkId, contactId] = ['ws', 'lnk', 'con'].map((prefix, at) => {
    const of = bytes.subarray(at * BYTES_OF_ID, (at + 1) * BYTES_OF_ID);
    return of.length === BYTES_OF_ID ? idOf(prefix, of) : undefined;
  });
  return workspaceId === undefined || linkId === undefined ? undefined : { workspaceId, linkId, contactId };
}

/** The page of a link. */
export const hostedUrl = (publicUrl: string, token: string): string =>
  `${publicUrl.replace(/\/$/, '')}/s/${token}`;

const bytesOf = (id: string): Buffer => Buffer.from(id.replace(/^[a-z]+_/, '').replaceAll('-', ''), 'hex');

function idOf(prefix: string, bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
