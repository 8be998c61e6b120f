/** A person, as far as the stories look at one. */
export interface Contact {
  id: string;
  externalId: string | null;
  name: string | null;
  account: { id: string; name: string } | null;
  lastScore: number | null;
  lastSeenAt: string | null;
}

/** An answer to a survey, as far as the stories look at one. */
export interface Response {
  id: string;
  score: number | null;
  comment: string | null;
  status: 'partial' | 'complete';
  locale: string;
  verified: boolean;
  source: string;
}

/** One thing that somebody did. */
export interface TimelineEntry {
  id: string;
  type: string;
  content: { id: string; name: string } | null;
  detail: Record<string, unknown>;
}

/** What a session answers, as far as the stories look at it. */
export interface Offer {
  show: {
    contentId: string;
    version: number;
    kind: string;
    surface: 'popover' | 'panel';
    reason: string;
  }[];
  held: Record<string, string>;
  progress: Record<string, Progress>;
}

/** How far somebody is with a checklist. */
export interface Progress {
  steps: { key: string; state: 'done' | 'open' | 'locked' }[];
  done: number;
  total: number;
  completedAt?: string;
}
