import {
  type AnswerRecord,
  contents,
  type ContentDraft,
  type Db,
  type ResponseRecord,
  responses,
} from '@banso/database';
import { FOLLOW_UP_KEY, type SurveyBody, textIn } from '@banso/domain/content';
import { bandOf } from '@banso/domain/statistics';

/** What the people who answered were asked: the question's text in their language, in their version. */
function questionOf(
  draft: ContentDraft | undefined,
  answer: AnswerRecord,
  response: ResponseRecord,
): { text: string; type: string } {
  if (!draft) return { text: answer.question, type: answer.number === null ? 'text' : 'nps' };
  const body = draft.body as SurveyBody;
  const question = body.questions.find(({ key }) => key === answer.question);
  if (question)
    return { text: textIn(question.text, response.locale, draft.defaultLocale), type: question.type };
  const followUp =
    answer.question === FOLLOW_UP_KEY && response.score !== null
      ? body.followUps[bandOf(response.score)]
      : null;
  return {
    text: followUp ? textIn(followUp, response.locale, draft.defaultLocale) : answer.question,
    type: 'text',
  };
}

/** The wire form of responses, each with the questions of the version that was answered. */
export async function withAnswers(
  db: Db,
  workspaceId: string,
  records: readonly ResponseRecord[],
  nameOf: (member: string) => string | undefined,
) {
  const answers = Map.groupBy(
    await responses.answersOf(
      db,
      workspaceId,
      records.map(({ id }) => id),
    ),
    ({ responseId }) => responseId,
  );
  const drafts = new Map<string, ContentDraft | undefined>();
  for (const { surveyId, version } of records) {
    const key = `${surveyId} ${version}`;
    if (!drafts.has(key))
      drafts.set(key, (await contents.findVersion(db, workspaceId, surveyId, version))?.draft);
  }
  return records.map((record) => {
    const draft = drafts.get(`${record.surveyId} ${record.version}`);
    const order = draft ? (draft.body as SurveyBody).questions.map(({ key }) => key) : [];
    const place = ({ question }: AnswerRecord) =>
      order.includes(question) ? order.indexOf(question) : order.length;
    const { account } = record;
    return {
      id: record.id,
      survey: { id: record.surveyId, name: record.surveyName, version: record.version },
      contact: {
        id: record.contact.id,
        name: record.contact.name,
        email: record.contact.email,
        verified: record.contact.identity === 'verified',
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
        .map((answer) => ({
          question: answer.question,
          ...questionOf(draft, answer, record),
          value: answer.number ?? answer.text,
        })),
      locale: record.locale,
      pageUrl: record.pageUrl,
      verified: record.verified,
      answeredAt: record.answeredAt,
      completedAt: record.completedAt,
      readAt: record.readAt,
    };
  });
}
