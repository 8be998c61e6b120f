import {
  type AnswerRecord,
  contents,
  type ContentDraft,
  type Db,
  type ResponseRecord,
  responses,
  topicAnswers,
  responseTags,
} from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { bodyOf } from '@banso/domain/content';
import { shareOf, type VariantKey } from '@banso/domain/experiment';
import { bandOf } from '@banso/domain/statistics';
import { answerInWords } from './asked.ts';

/** The wire form of responses, each with the questions of the version that was answered. */
export async function withAnswers(
  db: Db,
  workspaceId: string,
  records: readonly ResponseRecord[],
  nameOf: (member: string) => string | undefined,
) {
  const ids = records.map(({ id }) => id);
  const answers = Map.groupBy(
    await responses.answersOf(db, workspaceId, ids),
    ({ responseId }) => responseId,
  );
  const about = Map.groupBy(
    await topicAnswers.listOf(
      db,
      workspaceId,
      records.map(({ id }) => id),
    ),
    ({ responseId }) => responseId,
  );
  const tags = await responseTags.namesOn(db, workspaceId, ids);
  const drafts = new Map<string, ContentDraft | undefined>();
  for (const { surveyId, version } of records) {
    const key = `${surveyId} ${version}`;
    if (!drafts.has(key))
      drafts.set(key, (await contents.findVersion(db, workspaceId, surveyId, version))?.draft);
  }
  return records.map((record) => {
    const draft = drafts.get(`${record.surveyId} ${record.version}`);
    const body = (draft && bodyOf(draft, record.variant)) as SurveyBody | undefined;
    const order = body?.questions.map(({ key }) => key) ?? [];
    const place = ({ question }: AnswerRecord) =>
      order.includes(question) ? order.indexOf(question) : order.length;
    const { account } = record;
    return {
      id: record.id,
      survey: {
        id: record.surveyId,
        name: record.surveyName,
        version: record.version,
        variant: variantOf(draft, record.variant),
      },
      contact: {
        id: record.contact.id,
        name: record.contact.name,
        email: record.contact.email,
        verified: record.contact.identity === 'verified' && !record.contact.erased,
        erased: record.contact.erased,
      },
      account: account && {
        id: account.id,
        name: account.name,
        plan: account.plan,
        recurringRevenue:
          account.revenueMinor === null || account.revenueCurrency === null
            ? null
            : { amountMinor: account.revenueMinor, currency: account.revenueCurrency },
        renewalDate: account.renewalDate,
        owner: account.ownerId === null ? null : (nameOf(account.ownerId) ?? null),
      },
      score: record.score,
      band: record.score === null ? null : bandOf(record.score),
      comment: record.comment,
      status: record.completedAt === null ? ('partial' as const) : ('complete' as const),
      answers: (answers.get(record.id) ?? [])
        .toSorted((a, b) => place(a) - place(b))
        .map((answer) => answerInWords(draft, answer, record)),
      tags: tags.get(record.id) ?? [],
      locale: record.locale,
      pageUrl: record.pageUrl,
      transactionId: record.transactionId,
      verified: record.verified,
      answeredAt: record.answeredAt,
      completedAt: record.completedAt,
      readAt: record.readAt,
      topics: (about.get(record.id) ?? []).map(({ id, name, givenBy }) => ({ id, name, givenBy })),
      importId: record.importId,
      source: record.source,
      test: record.isTest,
    };
  });
}

/** A variant with the name that it had in that version. */
function variantOf(draft: ContentDraft | undefined, key: VariantKey | null) {
  const plan = draft?.delivery.experiment?.variants;
  return key === null ? null : { key, name: (plan && shareOf(plan, key)?.name) ?? '' };
}
