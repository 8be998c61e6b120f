import type {
  Condition,
  ContentCondition,
  EventCondition,
  ListCondition,
  Segments,
  TraitCondition,
} from '@banso/domain/targeting';
import { plainTag } from '@banso/domain/targeting';
import { addDays, dayOf } from '@banso/domain/time';
import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../tables.ts';
import { answerSql } from './answer-sql.ts';
import type { AudienceDialect, Truth } from './dialect.ts';
import { always, textColumn, UNKNOWN } from './dialect.ts';
import { traitTest } from './trait-test.ts';

/** What a condition is compiled against. */
export interface AudienceScope {
  db: Db;
  workspaceId: string;
  dialect: AudienceDialect;
  now: Instant;
  /** Checklists whose progress the whole account shares. */
  sharedChecklists: ReadonlySet<string>;
  /** The saved segments of the workspace. */
  segments: Segments;
}

/**
 * The domain's `evaluate` as a condition of SQL over rows of `contact` with their `account` joined. SQL's null is the unknown of
 * an audience, and its `and`, `or` and `not` are the same three-valued logic. A segment's condition stands in its place.
 */
export function conditionSql(condition: Condition, scope: AudienceScope): Truth {
  switch (condition.type) {
    case 'all':
      return joined(condition.of, 'and', scope);
    case 'any':
      return joined(condition.of, 'or', scope);
    case 'not':
      return sql`(not ${conditionSql(condition.of, scope)})`;
    case 'trait':
      return traitSql(condition, scope);
    case 'event':
      return eventSql(condition, scope);
    case 'content':
      return contentSql(condition, scope);
    case 'answer':
      return answerSql(condition, scope);
    case 'list':
      return listSql(condition, scope.dialect);
    case 'segment':
      return segmentSql(condition.segmentId, scope);
    case 'locale':
      return localeSql(condition.in);
    case 'sample':
      return scope.dialect.isSampled(condition.percent, condition.salt, sql.ref<string>('contact.id'));
    default:
      return condition satisfies never;
  }
}

function joined(parts: readonly Condition[], by: 'and' | 'or', scope: AudienceScope): Truth {
  if (parts.length === 0) return always(by === 'and');
  const truths = parts.map((part) => conditionSql(part, scope));
  return sql`(${sql.join(truths, by === 'and' ? sql` and ` : sql` or `)})`;
}

/** Columns that are asked for like traits, and win over a trait of that name. */
const COLUMNS: Readonly<Record<TraitCondition['subject'], Readonly<Record<string, RawBuilder<string>>>>> = {
  contact: { name: sql.ref<string>('contact.name'), email: sql.ref<string>('contact.email') },
  account: {
    name: sql.ref<string>('account.name'),
    plan: sql.ref<string>('account.plan'),
    lifecycle: sql.ref<string>('account.lifecycle'),
  },
};
function columnOf(subject: TraitCondition['subject'], key: string, now: Instant) {
  if (subject === 'account' && key === 'health')
    return sql<string>`(case when ${sql.ref('account.health_until')} > ${now} then ${sql.ref('account.health')} end)`;
  return Object.hasOwn(COLUMNS[subject], key) ? COLUMNS[subject][key] : undefined;
}
const TRAITS = { contact: sql.ref<string>('contact.traits'), account: sql.ref<string>('account.traits') };

function traitSql({ subject, key, op, value }: TraitCondition, { dialect, now }: AudienceScope): Truth {
  const column = columnOf(subject, key, now);
  if (op === 'set' || op === 'not_set') {
    const has = dialect.hasTrait(TRAITS[subject], key);
    const isSet = column ? sql`(${column} is not null or ${has})` : has;
    // an account that is not there has no column either
    const known = sql<boolean>`coalesce(${isSet}, 1 = 0)`;
    return op === 'set' ? known : sql`(not ${known})`;
  }
  const asTrait = dialect.trait(TRAITS[subject], key, (found) => traitTest({ op, value }, found, dialect));
  if (!column) return asTrait;
  const asColumn = traitTest({ op, value }, textColumn(column), dialect);
  return sql`(case when ${column} is not null then ${asColumn} else ${asTrait} end)`;
}

/** Whose events and progress of the account a person sees: those who are vouched for. */
const SHARED_ACCOUNT = sql<string>`(case when ${sql.ref('contact.identity')} = 'verified' then ${sql.ref('contact.account_id')} end)`;

function eventSql({ subject, name, op, count, withinDays }: EventCondition, scope: AudienceScope): Truth {
  const { db, workspaceId, now } = scope;
  const today = dayOf(now);
  let counted = db
    .selectFrom('event_count')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('event_count.count'), sql.lit(0)).as('times'))
    .where('event_count.workspace_id', '=', workspaceId)
    .where(
      'event_count.subject_id',
      '=',
      subject === 'contact' ? sql.ref<string>('contact.id') : SHARED_ACCOUNT,
    )
    .where('event_count.name', '=', name)
    .where('event_count.day', '<=', today);
  if (withinDays !== null) counted = counted.where('event_count.day', '>=', addDays(today, 1 - withinDays));
  const holds = sql<boolean>`(${counted} ${op === 'at_least' ? sql`>=` : sql`<=`} ${count})`;
  return subject === 'contact'
    ? holds
    : sql`(case when ${sql.ref('account.id')} is not null then ${holds} end)`;
}

const INSTANTS = {
  shown: 'content_state.last_shown_at',
  opened: 'content_state.opened_at',
  dismissed: 'content_state.last_dismissed_at',
  answered: 'content_state.last_answered_at',
  completed: 'content_state.completed_at',
} as const;

function contentSql({ contentId, phase, happened }: ContentCondition, scope: AudienceScope): Truth {
  const { db, workspaceId, sharedChecklists } = scope;
  const state = db
    .selectFrom('content_state')
    .select(sql.lit(1).as('one'))
    .where('content_state.workspace_id', '=', workspaceId)
    .where('content_state.contact_id', '=', sql.ref<string>('contact.id'))
    .where('content_state.content_id', '=', contentId)
    .where(INSTANTS[phase], 'is not', null);
  const subject = sharedChecklists.has(contentId)
    ? sql<string>`coalesce(${SHARED_ACCOUNT}, ${sql.ref('contact.id')})`
    : sql.ref<string>('contact.id');
  const progress = db
    .selectFrom('checklist_progress')
    .select(sql.lit(1).as('one'))
    .where('checklist_progress.workspace_id', '=', workspaceId)
    .where('checklist_progress.content_id', '=', contentId)
    .where('checklist_progress.subject_id', '=', subject)
    .where('checklist_progress.completed_at', 'is not', null);
  const has: Truth =
    phase === 'completed' ? sql`(exists ${state} or exists ${progress})` : sql`(exists ${state})`;
  return happened ? has : sql`(not ${has})`;
}

function listSql({ subject, ids }: ListCondition, dialect: AudienceDialect): Truth {
  // one parameter, however long the list is
  const list = sql<string>`${JSON.stringify(ids)}`;
  const isListed = (id: RawBuilder<unknown>) =>
    sql<boolean>`${id} in (select ${sql.ref('texts.value')} from ${dialect.texts(list)})`;
  if (subject === 'contact') {
    const own = sql`case when ${sql.ref('contact.identity')} <> 'anonymous' then ${sql.ref('contact.external_id')} else '' end`;
    return sql`(${isListed(sql.ref('contact.id'))} or ${isListed(own)})`;
  }
  const own = sql`coalesce(${sql.ref('account.external_id')}, '')`;
  return sql`(case when ${sql.ref('account.id')} is not null then ${isListed(sql.ref('account.id'))} or ${isListed(own)} end)`;
}

/** One that is gone, or leads back to itself, is not known. */
function segmentSql(id: string, scope: AudienceScope): Truth {
  const condition = scope.segments.get(id);
  if (!condition) return UNKNOWN;
  const others = new Map([...scope.segments].filter(([other]) => other !== id));
  return conditionSql(condition, { ...scope, segments: others });
}

/** What the person chose themselves comes first. */
const LOCALE = sql<string>`coalesce(${sql.ref('contact.chosen_locale')}, ${sql.ref('contact.locale')})`;

function localeSql(ranges: readonly string[]): Truth {
  const tag = sql<string>`lower(replace(trim(${LOCALE}), '_', '-'))`;
  const reads = ranges.map(plainTag).map((range): Truth => {
    if (range === '*') return always(true);
    if (range === '') return sql`(${tag} = '')`;
    return sql`(${tag} = ${range} or substr(${tag}, 1, length(${range}) + 1) = ${`${range}-`})`;
  });
  const isOne = reads.length === 0 ? always(false) : sql`(${sql.join(reads, sql` or `)})`;
  return sql`(case when ${LOCALE} is not null then ${isOne} end)`;
}
