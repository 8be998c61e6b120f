/** What a slug is made of. */
export interface SlugParts {
  name: string;
  /** In place of a name without a letter of ASCII. */
  otherwise: string;
  id: string;
  /** Characters of the end of the id that it ends with. */
  length: number;
}

/** A short address: a name in ASCII, with the end of an id. */
export function slugOf({ name, otherwise, id, length }: SlugParts): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${words || otherwise}-${id.slice(-length)}`;
}
