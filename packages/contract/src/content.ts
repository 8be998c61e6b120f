import { CONTENT_STATUSES, RESOURCE_TYPES } from '@banso/domain/content';
import type {
  ChecklistBody as DomainChecklist,
  Delivery as DomainDelivery,
  ResourceBody as DomainResource,
  SurveyBody as DomainSurvey,
} from '@banso/domain/content';
import * as z from 'zod';
import { ChecklistId, Instant, Locale, LocalizedText, ResourceId, SurveyId } from './common.ts';
import { Condition } from './condition.ts';

const days = z.int().min(0).max(3_650).nullable();

export const Delivery = z.strictObject({
  audience: Condition,
  pages: z.array(z.string().min(1).max(500)).max(50),
  devices: z.array(z.enum(['desktop', 'mobile'])).max(2),
  delaySeconds: z.int().min(0).max(3_600),
  recurrence: z.strictObject({
    afterShownDays: days,
    afterDismissedDays: days,
    afterAnsweredDays: days,
    maxAttempts: z.int().min(1).max(100).nullable(),
  }),
  samplePercent: z.number().min(0).max(100),
  priority: z.int().min(-1_000).max(1_000),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  interruptive: z.boolean(),
  verifiedOnly: z.boolean(),
}) satisfies z.ZodType<DomainDelivery>;
export type Delivery = z.infer<typeof Delivery>;

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, { error: 'must be lower-case letters, digits, _ or -' });
const url = z.string().max(2_000);

export const ChecklistBody = z.strictObject({
  title: LocalizedText,
  intro: LocalizedText,
  steps: z
    .array(
      z.strictObject({
        key,
        title: LocalizedText,
        body: LocalizedText,
        action: z.strictObject({ label: LocalizedText, url }).nullable(),
        completeWhen: Condition.nullable(),
        requires: z.array(key).max(50),
        optional: z.boolean(),
        visibleWhen: Condition.nullable(),
        dueInDays: z.int().min(0).max(3_650).nullable(),
        owner: z.enum(['customer', 'team']),
      }),
    )
    .max(50),
  ordered: z.boolean(),
  progressOf: z.enum(['contact', 'account']),
  celebration: LocalizedText,
}) satisfies z.ZodType<DomainChecklist>;
export type ChecklistBody = z.infer<typeof ChecklistBody>;

export const SurveyBody = z.strictObject({
  title: LocalizedText,
  questions: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          key,
          type: z.literal('nps'),
          text: LocalizedText,
          required: z.boolean(),
          labels: z.strictObject({ low: LocalizedText, high: LocalizedText }),
        }),
        z.strictObject({ key, type: z.literal('text'), text: LocalizedText, required: z.boolean() }),
      ]),
    )
    .max(20),
  followUps: z.strictObject({
    detractor: LocalizedText.nullable(),
    passive: LocalizedText.nullable(),
    promoter: LocalizedText.nullable(),
  }),
  endings: z.strictObject({ detractor: LocalizedText, passive: LocalizedText, promoter: LocalizedText }),
}) satisfies z.ZodType<DomainSurvey>;
export type SurveyBody = z.infer<typeof SurveyBody>;

export const ResourceBody = z.strictObject({
  type: z.enum(RESOURCE_TYPES),
  title: LocalizedText,
  summary: LocalizedText,
  body: LocalizedText,
  url: url.optional(),
  section: LocalizedText,
  tags: z.array(z.string().min(1).max(50)).max(30),
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  recordingUrl: url.optional(),
}) satisfies z.ZodType<DomainResource>;
export type ResourceBody = z.infer<typeof ResourceBody>;

const nouns = {
  checklist: { id: ChecklistId, body: ChecklistBody },
  survey: { id: SurveyId, body: SurveyBody },
  resource: { id: ResourceId, body: ResourceBody },
} as const;

const Counts = z.object({
  shown: z.int(),
  opened: z.int(),
  answered: z.int(),
  completed: z.int(),
  dismissed: z.int(),
});

/** The schemas of one kind of content; the lifecycle is the same for all. */
function schemasOf<I extends z.ZodType<string>, B extends z.ZodType>(id: I, body: B) {
  const Draft = z.strictObject({
    defaultLocale: Locale,
    locales: z.array(Locale).min(1).max(50),
    delivery: Delivery,
    body,
  });
  const slug = z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'must be lower-case letters, digits or -' });
  const name = z.string().trim().min(1).max(200);
  const Summary = z.object({
    id,
    slug,
    name,
    status: z.enum(CONTENT_STATUSES),
    /** The version that customers see, or saw last; null before the first publication. */
    version: z.int().nullable(),
    publishedAt: Instant.nullable(),
    /** The draft differs from the published version. */
    edited: z.boolean(),
    defaultLocale: Locale,
    locales: z.array(Locale),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** What customers did with it in the last 30 days. */
    last30Days: Counts,
  });
  return {
    Id: id,
    Body: body,
    Draft,
    Summary,
    /** With its draft; the ETag guards it. */
    Record: Summary.extend({ draft: Draft }),
    Create: z.strictObject({ name, slug: slug.optional(), draft: Draft.optional() }),
    Update: z.strictObject({ name: name.optional(), slug: slug.optional(), draft: Draft.optional() }),
    Version: z.object({
      version: z.int(),
      publishedAt: Instant,
      publishedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
      note: z.string(),
      draft: Draft,
    }),
  };
}

export const checklist = schemasOf(nouns.checklist.id, nouns.checklist.body);
export const survey = schemasOf(nouns.survey.id, nouns.survey.body);
export const resource = schemasOf(nouns.resource.id, nouns.resource.body);

export const PublishRequest = z.strictObject({ note: z.string().max(500).default('') });
export const ScheduleRequest = z.strictObject({
  startsAt: Instant,
  endsAt: Instant.optional(),
  note: z.string().max(500).default(''),
});
export const RollbackRequest = z.strictObject({ version: z.int().min(1) });
export const PublishProblem = z.object({ path: z.string(), code: z.string() });

/** Who is how far with one checklist. */
export const ChecklistParticipant = z.object({
  contact: z.object({ id: z.string(), name: z.string() }).nullable(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  done: z.int(),
  total: z.int(),
  steps: z.array(
    z.object({
      key: z.string(),
      doneAt: Instant,
      doneBy: z.string().nullable(),
      via: z.enum(['person', 'event', 'team']),
    }),
  ),
  startedAt: Instant,
  lastStepAt: Instant.nullable(),
  completedAt: Instant.nullable(),
});
