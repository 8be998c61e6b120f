/** A note of the product. */
export interface Note {
  id: string;
  title: string;
  body: string;
  folder: string;
  author: string;
  /** Days since it was changed. */
  daysAgo: number;
  comments: readonly string[];
}

/** A colleague in the product. */
export interface Teammate {
  name: string;
  email: string;
  role: 'admin' | 'editor' | 'viewer';
}

/** What a company has in the product when somebody looks at it first. */
export interface Workspace {
  notes: readonly Note[];
  teammates: readonly Teammate[];
  folders: readonly { name: string; shared: boolean }[];
}
