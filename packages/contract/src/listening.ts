// Apart from the index: only the page that shows it loads what its schema needs.
import { CONTENT_KINDS } from '@banso/domain/content';
import { HOLD_REASONS } from '@banso/domain/decide';
import * as z from 'zod';
import { ContactId, ContentId, Day, Instant } from './common.ts';

/** How far to look ahead. */
export const ListeningQuery = z.object({
  /** UTC days ahead, today's rest among them. */
  days: z.coerce.number().int().min(1).max(14).default(14),
});

const holdReason = z.enum(HOLD_REASONS);

const People = z.object({
  /** Whose days were played. */
  looked: z.int(),
  /** Everybody who was here in the last 30 days. Where there are more than were looked at, every number below is an estimate. */
  of: z.int(),
  /** Come at least once. */
  expected: z.int(),
});

/** What the fatigue budget and everything else that decides makes of the days ahead. */
export const ListeningReport = z.object({
  from: Instant,
  to: Instant,
  people: People,
  days: z.array(Day),
  /** Visits that are expected, by day. */
  visits: z.array(z.int()),
  /** Everything live that opens by itself. */
  contents: z.array(
    z.object({
      id: ContentId,
      kind: z.enum(CONTENT_KINDS),
      name: z.string(),
      /** Visits in which it opens, and those in which it does not by the reason, by day. */
      days: z.array(z.object({ asked: z.int(), held: z.partialRecord(holdReason, z.int()) })),
      /** The first few people of each outcome; null: they are asked. */
      examples: z.array(
        z.object({
          contact: z.object({ id: ContactId, name: z.string().nullable() }),
          at: Instant,
          reason: holdReason.nullable(),
        }),
      ),
    }),
  ),
});
export type ListeningReport = z.infer<typeof ListeningReport>;

/** When a draft would be published for; both replace the times of the draft. */
export const PublicationOutlookQuery = z.object({
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
});

/** What the next 14 days would be with a draft live. */
export const PublicationOutlook = z.object({
  from: Instant,
  to: Instant,
  /** False: it never opens by itself, so that it interrupts nobody and nothing is counted. */
  opens: z.boolean(),
  people: People,
  /** Visits that are expected. */
  visits: z.int(),
  /** People for whom it would open, and how often in all. */
  asked: z.object({ people: z.int(), times: z.int() }),
  /** People who come and for whom it never would, each by the reason that holds it back most often. */
  held: z.partialRecord(holdReason, z.int()),
  /** Other live contents that would open less often than without it, in times, the greatest loss first. */
  displaced: z.array(
    z.object({
      id: ContentId,
      kind: z.enum(CONTENT_KINDS),
      name: z.string(),
      before: z.int(),
      after: z.int(),
    }),
  ),
});
export type PublicationOutlook = z.infer<typeof PublicationOutlook>;
