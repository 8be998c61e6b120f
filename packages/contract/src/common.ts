import * as z from 'zod';

/** Lower-case prefix, underscore, UUIDv7: `acc_0192f0c1-…`. */
export const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`), {
      error: `must be an id that starts with ${prefix}_`,
    });

export const OrganisationId = id('org');
export const MemberId = id('mem');
export const InvitationId = id('inv');
export const WorkspaceId = id('ws');
export const KeyId = id('key');
export const AccountId = id('acc');
export const ContactId = id('con');
export const ChecklistId = id('chk');
export const SurveyId = id('srv');
export const ResourceId = id('res');
export const AnnouncementId = id('ann');
export const ContentId = z
  .string()
  .regex(/^(chk|srv|res|ann)_[0-9a-f-]{36}$/, { error: 'must be a content id' });
export const ResponseId = id('rsp');
export const MessageId = id('msg');
export const ErasureId = id('era');
export const CommentId = id('cmt');
export const DecisionId = id('dec');
export const SegmentId = id('seg');
export const ThemeId = id('thm');
export const TeamId = id('tea');
export const TopicId = id('top');

/** What addresses and files call something by. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'must be lower-case letters, digits or -' });

/** ISO 8601 in UTC. Sent without milliseconds it is stored with them. */
export const Instant = z.iso
  .datetime({ error: 'must be a time in UTC such as 2026-01-05T10:00:00Z', abort: true })
  .overwrite((at) => new Date(at).toISOString());
/** A calendar day such as 2026-04-01. */
export const Day = z.iso.date();

/** BCP 47 language tag. */
export const Locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as ja or en-GB' });
/** IANA time zone that this runtime knows. */
export const TimeZone = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, { error: 'must be a time zone such as Asia/Tokyo' });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Text by language tag. */
export const LocalizedText = z.record(Locale, z.string().max(20_000));

export const Money = z.strictObject({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof Money>;

export const TraitKey = z
  .string()
  .min(1)
  .max(100)
  .refine((key) => !['__proto__', 'constructor', 'prototype'].includes(key), { error: 'is a reserved name' });
export const TraitValue = z.union([z.string().max(2_000), z.number(), z.boolean()]);
/** Flat facts that the customer's product tells; at most 100. */
export const Traits = z
  .record(TraitKey, TraitValue)
  .refine((traits) => Object.keys(traits).length <= 100, { error: 'may hold at most 100 traits' });
export type Traits = z.infer<typeof Traits>;

/** The person or company as the customer's own system names it. */
export const ExternalId = z.string().min(1).max(200);

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** What is looked for in texts. */
export const SearchWords = z.string().trim().min(1).max(200);

/** One page of a list; `nextCursor` is null at the end. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}
