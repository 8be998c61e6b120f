import {
  ANNOUNCEMENT_MODES,
  CONTENT_STATUSES,
  MOST_TRANSACTION_DAYS,
  RESOURCE_TYPES,
  REVIEW_STATES,
} from '@banso/domain/content';
import type {
  AnnouncementBody as DomainAnnouncement,
  ChecklistBody as DomainChecklist,
  Delivery as DomainDelivery,
  ResourceBody as DomainResource,
  SurveyBody as DomainSurvey,
  Trigger as DomainTrigger,
} from '@banso/domain/content';
import { VARIANTS } from '@banso/domain/experiment';
import { MIDWAY } from '@banso/domain/onboarding';
import type { Experiment as DomainExperiment, VariantKey } from '@banso/domain/experiment';
import * as z from 'zod';
import {
  AnnouncementId,
  ChecklistId,
  Day,
  Instant,
  Locale,
  LocalizedText,
  MemberId,
  ResourceId,
  Slug,
  SurveyId,
  ThemeId,
} from './common.ts';
import { Condition } from './condition.ts';
import { Experiment, VariantExperiment } from './experiment-plan.ts';
import { Tags } from './tags.ts';

const days = z.int().min(0).max(3_650).nullable();

export const Trigger = z.strictObject({
  scrolledPercent: z.int().min(1).max(100).optional(),
  element: z.string().trim().min(1).max(300).optional(),
  idleSeconds: z.int().min(1).max(3_600).optional(),
  exitIntent: z.literal(true).optional(),
  event: z.string().trim().min(1).max(200).optional(),
}) satisfies z.ZodType<DomainTrigger>;

export const Delivery = z.strictObject({
  audience: Condition,
  pages: z.array(z.string().min(1).max(500)).max(50),
  devices: z.array(z.enum(['desktop', 'mobile'])).max(2),
  delaySeconds: z.int().min(0).max(3_600),
  trigger: Trigger.optional(),
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
  /** Keeps a part of the audience without it; absent: everybody in the audience gets it. */
  experiment: Experiment.optional(),
  /** Also for the workspace's control group. */
  everyone: z.literal(true).optional(),
  /** The theme it wears; absent: the workspace's default one. */
  themeId: ThemeId.optional(),
}) satisfies z.ZodType<DomainDelivery>;

/** Of a checklist: its experiment may be one of variants. */
export const ChecklistDelivery = Delivery.extend({
  experiment: VariantExperiment.optional(),
}) satisfies z.ZodType<DomainDelivery>;

/** Of a survey, what brings it back and ends it beside its clocks. */
export const SurveyDelivery = ChecklistDelivery.extend({
  /** Everybody is asked once a wave, on a day of their own; in place of `recurrence`. */
  waves: z
    .strictObject({
      /** The UTC day on which the first one begins. */
      from: Day,
      months: z.int().min(1).max(24),
      /** Share of the audience that takes its turn in one wave. */
      percent: z.int().min(1).max(100),
    })
    .optional(),
  /** Asked once for each thing that happened. */
  transaction: z
    .strictObject({
      /** Name of the tracked event. */
      event: z.string().trim().min(1).max(200),
      /** The property of it that tells one from another, such as `ticketId`. */
      property: z.string().trim().min(1).max(100),
      /** For so many days after it. */
      withinDays: z.int().min(1).max(MOST_TRANSACTION_DAYS),
    })
    .optional(),
  /** Nobody is asked any more once so many have answered. */
  quota: z
    .strictObject({ answers: z.int().min(1).max(10_000_000), per: z.enum(['total', 'wave']) })
    .optional(),
})
  .refine(({ waves, transaction }) => !waves || !transaction, {
    path: ['transaction'],
    error: 'cannot be there beside waves',
  })
  .refine(({ waves, quota }) => waves || quota?.per !== 'wave', {
    path: ['quota', 'per'],
    error: 'can be `wave` only with waves',
  }) satisfies z.ZodType<DomainDelivery>;
export type Delivery = z.infer<typeof SurveyDelivery>;

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, { error: 'must be lower-case letters, digits, _ or -' });
const url = z.string().max(2_000);
const action = z.strictObject({ label: LocalizedText, url }).nullable();

export const ChecklistBody = z.strictObject({
  title: LocalizedText,
  intro: LocalizedText,
  steps: z
    .array(
      z.strictObject({
        key,
        title: LocalizedText,
        body: LocalizedText,
        action,
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

const score = z.int().min(0).max(10);
const NextRule = z.strictObject({
  when: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('any') }),
    z.strictObject({ type: z.literal('between'), low: score, high: score }),
    z.strictObject({ type: z.literal('chosen'), options: z.array(key).min(1).max(31) }),
  ]),
  /** The key of a question, or null: to the end. */
  to: key.nullable(),
});
const asked = { key, text: LocalizedText, required: z.boolean(), next: z.array(NextRule).max(20).optional() };
const SurveyQuestion = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.enum(['nps', 'csat', 'ces', 'rating']),
    labels: z.strictObject({ low: LocalizedText, high: LocalizedText }),
  }),
  z.strictObject({
    ...asked,
    type: z.enum(['choice', 'choices']),
    options: z.array(z.strictObject({ key, text: LocalizedText })).max(30),
    /** What an option in the person's own words is called; null: there is none. */
    other: LocalizedText.nullable(),
    random: z.boolean(),
  }),
  z.strictObject({ ...asked, type: z.enum(['text', 'statement']) }),
]);

export const SurveyBody = z.strictObject({
  title: LocalizedText,
  questions: z.array(SurveyQuestion).max(20),
  followUps: z.strictObject({
    detractor: LocalizedText.nullable(),
    passive: LocalizedText.nullable(),
    promoter: LocalizedText.nullable(),
  }),
  endings: z.strictObject({ detractor: LocalizedText, passive: LocalizedText, promoter: LocalizedText }),
  /** The last words where there is no NPS score. */
  ending: LocalizedText.optional(),
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

export const AnnouncementBody = z.strictObject({
  title: LocalizedText,
  body: LocalizedText,
  action,
  mode: z.enum(ANNOUNCEMENT_MODES),
}) satisfies z.ZodType<DomainAnnouncement>;
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;

/** The bodies of variants beside the base: those that the experiment plans, and no others. */
const variantsOf = <B extends z.ZodType>(body: B) =>
  z.strictObject({ b: body.optional(), c: body.optional(), d: body.optional() });

interface Planned {
  delivery: { experiment?: DomainExperiment | undefined };
  variants?: Readonly<Partial<Record<VariantKey, unknown>>> | undefined;
}

/** Says where the plan of an experiment and the bodies of its variants do not fit each other; also for a draft in a file. */
export function checkVariants({ delivery, variants }: Planned, context: z.core.$RefinementCtx): void {
  const plan = delivery.experiment?.variants;
  for (const key of VARIANTS) {
    const [isPlanned, isThere] = [plan?.[key] !== undefined, variants?.[key] !== undefined];
    if (isPlanned === isThere) continue;
    const path = isPlanned ? ['variants', key] : ['delivery', 'experiment', 'variants', key];
    const message = isPlanned ? 'is planned, and has no body' : 'has a body, and is not planned';
    context.addIssue({ code: 'custom', path, message, input: undefined });
  }
}

const nouns = {
  checklist: { id: ChecklistId, body: ChecklistBody, delivery: ChecklistDelivery },
  survey: { id: SurveyId, body: SurveyBody, delivery: SurveyDelivery },
  resource: { id: ResourceId, body: ResourceBody, delivery: Delivery },
  announcement: { id: AnnouncementId, body: AnnouncementBody, delivery: Delivery },
} as const;

/** A member of the team; where null is allowed: a key, the system, or somebody who left. */
export const Colleague = z.object({ id: z.string(), name: z.string() });

/** How a draft stands with the colleagues who read it. */
export const Review = z.object({
  /** `outdated`: it was approved, and the draft was changed since. */
  state: z.enum(REVIEW_STATES),
  requestedBy: Colleague.nullable(),
  requestedAt: Instant.nullable(),
  /** Who was asked; null: whoever may approve. */
  reviewer: Colleague.nullable(),
  note: z.string(),
  decidedBy: Colleague.nullable(),
  decidedAt: Instant.nullable(),
  comment: z.string(),
});
export type Review = z.infer<typeof Review>;

const Counts = z.object({
  shown: z.int(),
  opened: z.int(),
  answered: z.int(),
  completed: z.int(),
  dismissed: z.int(),
});

/** The schemas of one kind of content; the lifecycle is the same for all. */
function schemasOf<I extends z.ZodType<string>, B extends z.ZodType, D extends z.ZodType>(
  {
    id,
    body,
    delivery,
  }: {
    id: I;
    body: B;
    delivery: D;
  },
  hasVariants = false,
) {
  const Whole = z.strictObject({
    defaultLocale: Locale,
    locales: z.array(Locale).min(1).max(50),
    delivery,
    body,
    variants: variantsOf(body).optional(),
  });
  const Draft = (
    hasVariants ? Whole : (Whole.omit({ variants: true }) as unknown as typeof Whole)
  ).superRefine((draft, context) => checkVariants(draft as unknown as Planned, context));
  const name = z.string().trim().min(1).max(200);
  const Summary = z.object({
    id,
    slug: Slug,
    name,
    status: z.enum(CONTENT_STATUSES),
    /** The version that customers see, or saw last; null before the first publication. */
    version: z.int().nullable(),
    publishedAt: Instant.nullable(),
    /** The draft differs from the published version. */
    edited: z.boolean(),
    defaultLocale: Locale,
    locales: z.array(Locale),
    /** How many of the draft's texts are written, by language. */
    translations: z.array(z.object({ locale: Locale, written: z.int(), total: z.int() })),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: Colleague.nullable(),
    /** The highest number of a version, on show or not; 0 before the first publication. */
    lastVersion: z.int(),
    /** Who changed the draft last. */
    draftedBy: Colleague.nullable(),
    /** When customers see the version, from and until; null: from its publication, for ever. */
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    /** A version that takes the place of the one that customers see when its time comes. */
    next: z.object({ version: z.int(), startsAt: Instant, endsAt: Instant.nullable() }).nullable(),
    /** Null: nobody was asked to read it. */
    review: Review.nullable(),
    openComments: z.int(),
    /** The team's own words for it, whatever the version; customers never get them. */
    tags: z.array(z.string()),
    /** Of a survey: the scales that its draft asks for, each once. */
    scales: z.array(z.enum(['nps', 'csat', 'ces', 'rating'])).optional(),
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
    /** Starts from `draft`, or from the template with this id, or from what is usual for the kind. */
    Create: z.strictObject({
      name,
      slug: Slug.optional(),
      draft: Draft.optional(),
      template: z.string().min(1).max(100).optional(),
      tags: Tags.optional(),
    }),
    Update: z.strictObject({
      name: name.optional(),
      slug: Slug.optional(),
      draft: Draft.optional(),
      /** Hold at once, also for limits of the fatigue budget. */
      tags: Tags.optional(),
    }),
    Version: z.object({
      version: z.int(),
      publishedAt: Instant,
      publishedBy: Colleague.nullable(),
      note: z.string(),
      /** Earlier versions that those who began them stay with while this one is on show, newest first. */
      staying: z.array(z.int()),
      draft: Draft,
    }),
  };
}

export const checklist = schemasOf(nouns.checklist, true);
export const survey = schemasOf(nouns.survey, true);
export const resource = schemasOf(nouns.resource);
export const announcement = schemasOf(nouns.announcement);

export const PublishRequest = z.strictObject({
  note: z.string().max(500).default(''),
  /** Of a checklist: whether those in the middle get the new version, or stay with theirs until it ends. */
  midway: z.enum(MIDWAY).default('migrate'),
});
/** Both times replace those of the draft: without a start it begins at once, without an end it never ends. */
export const ScheduleRequest = z.strictObject({
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  ...PublishRequest.shape,
});
export const RollbackRequest = z.strictObject({ version: z.int().min(1) });
const said = z.string().trim().max(2_000);
export const ReviewRequest = z.strictObject({ note: said.default(''), reviewer: MemberId.optional() });
export const ApproveRequest = z.strictObject({ comment: said.default('') });
export const ChangesRequest = z.strictObject({ comment: said.min(1) });

export const PublishProblem = z.object({ path: z.string(), code: z.string() });

/** Who is how far with one checklist. */
export const ChecklistParticipant = z.object({
  contact: z.object({ id: z.string(), name: z.string(), erased: z.boolean() }).nullable(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The version that they have: an earlier one where those in the middle stay. */
  version: z.int(),
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
