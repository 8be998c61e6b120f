import { isWithheld, response } from '@banso/contract';
import type { CustomerText } from '@banso/contract';
import type { Database, ResponseFilter, ResponseSort } from '@banso/database';
import { inbox } from '@banso/database';
import { csvLine, csvOf } from '@banso/domain/text';
import type { z } from '@hono/zod-openapi';
import { withholdingOf, WITHHELD_CELL } from '../../withheld-texts.ts';
import type { Withholding } from '../../withheld-texts.ts';
import { withAnswers } from './records.ts';

type Answer = z.infer<typeof response.ResponseRecord>;

/** Columns of the file, in their order, which only grows at its end. */
const COLUMNS: Readonly<Record<string, (answer: Answer) => string | number | null | undefined>> = {
  response_id: ({ id }) => id,
  answered_at: ({ answeredAt }) => answeredAt,
  completed_at: ({ completedAt }) => completedAt,
  status: ({ status }) => status,
  survey_id: ({ survey }) => survey.id,
  survey: ({ survey }) => survey.name,
  version: ({ survey }) => survey.version,
  variant: ({ survey }) => survey.variant?.name,
  score: ({ score }) => score,
  band: ({ band }) => band,
  comment: ({ comment }) => inCell(comment),
  answers: ({ answers }) => answers.map((one) => `${one.text} → ${said(one)}`).join('\n'),
  tags: ({ tags }) => tags.join(', '),
  contact_id: ({ contact }) => contact.id,
  contact: ({ contact }) => contact.name,
  email: ({ contact }) => contact.email,
  account_id: ({ account }) => account?.id,
  account: ({ account }) => account?.name,
  plan: ({ account }) => account?.plan,
  recurring_revenue_minor: ({ account }) => account?.recurringRevenue?.amountMinor,
  currency: ({ account }) => account?.recurringRevenue?.currency,
  renewal_date: ({ account }) => account?.renewalDate,
  owner: ({ account }) => account?.owner,
  locale: ({ locale }) => locale,
  page_url: ({ pageUrl }) => pageUrl,
  transaction_id: ({ transactionId }) => transactionId,
  verified: ({ verified }) => `${verified}`,
  read_at: ({ readAt }) => readAt,
  source: ({ source }) => source,
  test: ({ test }) => `${test}`,
};

function said({ value, chosen, other }: Answer['answers'][number]): string {
  if (chosen)
    return [...chosen.map(({ text }) => text), ...(other === null ? [] : [inCell(other)])].join(' · ');
  if (Array.isArray(value)) return value.join(' · ');
  return typeof value === 'number' ? `${value}` : (inCell(value) ?? '');
}

const inCell = (text: CustomerText | null) => (isWithheld(text) ? WITHHELD_CELL : text);

const rowOf = (answer: Answer): string[] =>
  Object.values(COLUMNS).map((cell) => {
    const value = cell(answer);
    return value === null || value === undefined ? '' : `${value}`;
  });

const withholding: Withholding = withholdingOf(response.ResponseRecord) ?? ((answer) => answer);

/** Answers of one page: each page is a read of its own, so that a slow reader holds no connection. */
const TOGETHER = 200;

/** The list as CSV, a page after the other, as fast as it is fetched. */
export function csvBody(
  database: Database,
  workspaceId: string,
  asked: {
    filter: ResponseFilter;
    sort: ResponseSort;
    nameOf: (member: string) => string | undefined;
    withholdsTexts: boolean;
  },
): ReadableStream<Uint8Array> {
  const { filter, sort, nameOf, withholdsTexts } = asked;
  const told = (answer: Answer) => (withholdsTexts ? (withholding(answer) as Answer) : answer);
  async function* text(): AsyncGenerator<string> {
    yield csvOf([Object.keys(COLUMNS)]);
    if (withholdsTexts && filter.words !== undefined) return;
    let cursor: string | undefined;
    do {
      const after = cursor;
      const { answers, next } = await database.forWorkspace(workspaceId).read(async (db) => {
        const page = await inbox.list(db, workspaceId, filter, { sort, cursor: after, limit: TOGETHER });
        const records = await withAnswers(db, workspaceId, page.data, nameOf);
        return { answers: records, next: page.nextCursor };
      });
      if (answers.length > 0) yield answers.map((answer) => csvLine(rowOf(told(answer)))).join('');
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
  return ReadableStream.from(text()).pipeThrough(new TextEncoderStream());
}

/** What the answer says of its body: a file that nobody keeps on the way. */
export const CSV_HEADERS = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="feedback.csv"',
  'cache-control': 'no-store',
} as const;
