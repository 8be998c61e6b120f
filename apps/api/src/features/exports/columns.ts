import type {
  CaseRecord,
  ExportedAccount,
  ExportedContact,
  ExportedResponse,
  ExportQuestion,
} from '@banso/database';
import { decodeTraits } from '@banso/database';
import type { AnswerCell } from '@banso/domain/history';
import { bandOf } from '@banso/domain/statistics';

/** What stands in a cell: in JSON as it is, in CSV as text. */
export type Cell = string | number | boolean | null | readonly string[] | Readonly<Record<string, unknown>>;

/** One column of a file. Its name and meaning stay for ever; further ones come behind the others. */
export interface Column<Row> {
  name: string;
  of: (row: Row) => Cell;
}

/** A response with what its columns look at. */
export interface ResponseRow {
  response: ExportedResponse;
  cell: (question: string) => AnswerCell;
  /** What stands in the place of words: themselves, or that they are withheld. */
  text: (words: AnswerCell['value']) => Cell;
  /** The questions that its version asks, and those that were answered. */
  questions: readonly string[];
  nameOf: (member: string) => string | undefined;
  /** Names of its tags. */
  tags: readonly string[];
  /** The latest case about it. */
  about: CaseRecord | undefined;
}

/** Whoever is erased, or was never anybody in particular, has no id of the product's. */
const externalIdOf = (of: {
  identity: string;
  external_id: string;
  erased_at?: string | null;
}): string | null => (of.identity === 'anonymous' || (of.erased_at ?? null) !== null ? null : of.external_id);

/**
 * What is told of every response, whatever the survey. This is the list to extend, at its end.
 */
export const RESPONSE_COLUMNS: readonly Column<ResponseRow>[] = [
  { name: 'response_id', of: ({ response }) => response.id },
  { name: 'survey_id', of: ({ response }) => response.content_id },
  { name: 'survey_slug', of: ({ response }) => response.survey_slug },
  { name: 'survey_name', of: ({ response }) => response.survey_name },
  { name: 'version', of: ({ response }) => response.version },
  { name: 'variant', of: ({ response }) => response.variant },
  { name: 'status', of: ({ response }) => (response.completed_at === null ? 'partial' : 'complete') },
  { name: 'started_at', of: ({ response }) => response.answered_at },
  { name: 'completed_at', of: ({ response }) => response.completed_at },
  { name: 'read_at', of: ({ response }) => response.read_at },
  { name: 'locale', of: ({ response }) => response.locale },
  { name: 'contact_id', of: ({ response }) => response.contact_id },
  { name: 'contact_external_id', of: ({ response }) => externalIdOf(response) },
  { name: 'contact_name', of: ({ response }) => response.contact_name },
  { name: 'contact_email', of: ({ response }) => response.email },
  { name: 'verified', of: ({ response }) => response.verified === 1 },
  { name: 'account_id', of: ({ response }) => response.account_id },
  { name: 'account_external_id', of: ({ response }) => response.account_external_id },
  { name: 'account_name', of: ({ response }) => response.account_name },
  {
    name: 'account_owner',
    of: ({ response, nameOf }) => (response.owner_id === null ? null : (nameOf(response.owner_id) ?? null)),
  },
  { name: 'page_url', of: ({ response }) => response.page_url },
  { name: 'transaction_id', of: ({ response }) => response.transaction_id },
  { name: 'score', of: ({ response }) => response.score },
  { name: 'band', of: ({ response }) => (response.score === null ? null : bandOf(response.score)) },
  { name: 'comment', of: ({ response, text }) => text(response.comment) },
  { name: 'import_id', of: ({ response }) => response.import_id },
  { name: 'tags', of: ({ tags }) => tags },
  { name: 'case_id', of: ({ about }) => about?.id ?? null },
  { name: 'case_status', of: ({ about }) => about?.status ?? null },
  { name: 'case_owner', of: ({ about, nameOf }) => (about?.ownerId && nameOf(about.ownerId)) || null },
  { name: 'case_first_touch_at', of: ({ about }) => about?.firstTouchAt ?? null },
  { name: 'case_closed_at', of: ({ about }) => about?.closedAt ?? null },
  { name: 'case_outcome', of: ({ about }) => about?.outcome ?? null },
  { name: 'source', of: ({ response }) => response.source ?? 'widget' },
];

/** The columns of one question: what was said, the words beside a choice, and why there is nothing. */
export function questionColumns({ key, hasOther }: ExportQuestion): Column<ResponseRow>[] {
  return [
    { name: `q.${key}`, of: ({ cell, text }) => text(cell(key).value) },
    ...(hasOther
      ? [{ name: `q.${key}.other`, of: ({ cell, text }: ResponseRow) => text(cell(key).other) }]
      : []),
    { name: `q.${key}.skipped`, of: ({ cell }) => cell(key).skipped },
  ];
}

/** Of all surveys: one column, since each has questions of its own. */
export const ANSWERS_COLUMN: Column<ResponseRow> = {
  name: 'answers',
  of: ({ cell, questions, text }) =>
    Object.fromEntries(
      questions.map((key) => {
        const { value, other, skipped } = cell(key);
        return [key, { value: text(value), other: text(other), skipped }];
      }),
    ),
};

export const CONTACT_COLUMNS: readonly Column<ExportedContact>[] = [
  { name: 'contact_id', of: (row) => row.id },
  { name: 'external_id', of: externalIdOf },
  { name: 'identity', of: (row) => row.identity },
  { name: 'name', of: (row) => row.name },
  { name: 'email', of: (row) => row.email },
  { name: 'locale', of: (row) => row.locale },
  { name: 'time_zone', of: (row) => row.time_zone },
  { name: 'account_id', of: (row) => row.account_id },
  { name: 'account_external_id', of: (row) => row.account_external_id },
  { name: 'account_name', of: (row) => row.account_name },
  { name: 'last_score', of: (row) => row.last_score },
  { name: 'last_score_at', of: (row) => row.last_score_at },
  { name: 'first_seen_at', of: (row) => row.first_seen_at },
  { name: 'last_seen_at', of: (row) => row.last_seen_at },
  { name: 'created_at', of: (row) => row.created_at },
  { name: 'traits', of: (row) => decodeTraits(row.traits) },
];

/** @param nameOf - Of members. */
export const accountColumns = (
  nameOf: (member: string) => string | undefined,
): readonly Column<ExportedAccount>[] => [
  { name: 'account_id', of: (row) => row.id },
  { name: 'external_id', of: (row) => row.external_id },
  { name: 'name', of: (row) => row.name },
  { name: 'owner', of: (row) => (row.owner_id === null ? null : (nameOf(row.owner_id) ?? null)) },
  { name: 'plan', of: (row) => row.plan },
  { name: 'lifecycle', of: (row) => row.lifecycle },
  { name: 'revenue_minor', of: (row) => row.revenue_minor },
  { name: 'revenue_currency', of: (row) => row.revenue_currency },
  { name: 'renewal_date', of: (row) => row.renewal_date },
  { name: 'last_seen_at', of: (row) => row.last_seen_at },
  { name: 'created_at', of: (row) => row.created_at },
  { name: 'traits', of: (row) => decodeTraits(row.traits) },
  { name: 'health', of: (row) => row.health },
  { name: 'health_reason', of: (row) => row.health_reason },
  { name: 'health_until', of: (row) => row.health_until },
];

/** Every column of an export of responses, in order. */
export const responseColumns = (of: {
  surveyId: string | null;
  questions: readonly ExportQuestion[];
}): readonly Column<ResponseRow>[] => [
  ...RESPONSE_COLUMNS,
  ...(of.surveyId === null ? [ANSWERS_COLUMN] : of.questions.flatMap(questionColumns)),
];
