import { APPROVERS, report } from '@banso/contract';
import { cases, contentReviews, erasures, members, myDay, notes, responses, tasks } from '@banso/database';
import { spokenNote } from '@banso/domain/text';
import {
  addDays,
  addMs,
  DAY_MS,
  dayIn,
  dayOf,
  daysBetween,
  type Instant,
  msBetween,
} from '@banso/domain/time';
import { ERASURE_DUE_DAYS, NEAR_TASK_DAYS, orderOfDay, type Work } from '@banso/domain/work';
import type { z } from '@hono/zod-openapi';
import type { Deps } from '../../app-env.ts';
import { json, operation, router } from '../../operation.ts';

type Item = z.infer<typeof report.MyDayItem>;

const ANSWERS_DAYS = 30;
const STALLED_DAYS = { from: 60, to: 7 };
const RENEWAL_DAYS = 90;
const QUIET_DAYS = 14;
/** A case that is due so soon wants doing today. */
const CASE_NEAR_MS = DAY_MS;
/** Of each kind; nobody does more in a day. */
const LIMIT = 25;

/** What to do next, in order, with the reason. Mounted at the root: `/v1/my-day`. */
export const myDayRoutes = ({ database, clock }: Deps) =>
  router().openapi(
    operation('read', {
      method: 'get',
      path: '/v1/my-day',
      tags: ['my-day'],
      summary: 'What wants doing today, in order',
      request: { query: report.MyDayQuery },
      responses: { 200: json(report.MyDay, 'The list and the size of the book') },
    }),
    async (c) => {
      const { workspaceId, principal } = c.var;
      const now = clock.now();
      const ago = (days: number): Instant => addMs(now, -days * DAY_MS);
      const daysSince = (at: Instant) => Math.floor(msBetween(at, now) / DAY_MS);
      const today = dayOf(now);
      const until = dayOf(ago(-RENEWAL_DAYS));
      const readersToday = dayIn(c.req.valid('query').timeZone, now);

      const found = await database.forWorkspace(workspaceId).read(async (db) => ({
        answers: await myDay.unreadAnswers(db, workspaceId, ago(ANSWERS_DAYS), LIMIT),
        stalled: await myDay.stalledChecklists(
          db,
          workspaceId,
          { from: ago(STALLED_DAYS.from), to: ago(STALLED_DAYS.to) },
          LIMIT,
        ),
        renewals: await myDay.renewalsBetween(db, workspaceId, today, until, LIMIT),
        quiet: await myDay.quietAccounts(db, workspaceId, ago(QUIET_DAYS), LIMIT),
        book: await myDay.bookOf(db, workspaceId, today, until),
        unread: await responses.countUnread(db, workspaceId),
        cases: (await cases.list(db, workspaceId, { view: 'active', now }, { limit: LIMIT })).data,
        tasks: [
          ...(
            await tasks.list(
              db,
              workspaceId,
              { view: 'open', ownerId: principal.id, dueTo: addDays(readersToday, NEAR_TASK_DAYS) },
              { limit: LIMIT },
            )
          ).data,
          ...(
            await tasks.list(
              db,
              workspaceId,
              { view: 'open', ownerId: principal.id, dueTo: null },
              { limit: LIMIT },
            )
          ).data,
        ],
        wishes: await erasures.listOpen(db, workspaceId, LIMIT),
        installed: await myDay.wasInstalled(db, workspaceId),
        mentions: await notes.listMentions(db, workspaceId, principal.id, LIMIT),
        reviews:
          principal.kind === 'member' && APPROVERS.includes(principal.role)
            ? await contentReviews.listWaiting(db, workspaceId, principal.id, LIMIT)
            : [],
      }));
      const nameOf =
        found.reviews.length + found.mentions.length + found.cases.length > 0
          ? await members.namesOf(database.control, workspaceId)
          : () => undefined;

      const items: (Work & { item: Item })[] = [];
      const add = (days: number, revenueMinor: number | null, item: Item) =>
        items.push({ id: item.id, kind: item.kind, days, revenueMinor: revenueMinor ?? 0, item });
      const nobody = { account: null, contact: null, responseId: null };

      if (!found.installed) add(0, 0, { ...nobody, id: 'install', kind: 'install', at: now, detail: {} });
      for (const each of found.answers) {
        add(daysSince(each.answeredAt), each.revenueMinor, {
          id: each.responseId,
          kind: each.score !== null && each.score <= 6 ? 'detractor' : 'unread_comment',
          at: each.answeredAt,
          account:
            each.accountId === null || each.accountName === null
              ? null
              : { id: each.accountId, name: each.accountName },
          contact: { id: each.contactId, name: each.contactName },
          responseId: each.responseId,
          detail: { score: each.score, comment: each.comment },
        });
      }
      const told = new Set(found.answers.map(({ responseId }) => responseId));
      for (const each of found.cases) {
        const { dueAt, responseId } = each;
        const isNear = dueAt !== null && dueAt <= addMs(now, CASE_NEAR_MS);
        const isBack = each.snoozedUntil !== null;
        const isTheirs = each.ownerId === null || each.ownerId === principal.id;
        const isLate = dueAt !== null && dueAt < now;
        // an answer that nobody has read stands in the list itself
        if (!(isNear || isBack) || !(isTheirs || isLate) || (responseId && told.has(responseId))) continue;
        add(isLate ? daysSince(dueAt) + 1 : 0, each.account?.revenueMinor ?? null, {
          id: each.id,
          kind: 'case',
          at: dueAt ?? each.snoozedUntil ?? each.openedAt,
          account:
            each.accountId === null || each.account === null
              ? null
              : { id: each.accountId, name: each.account.name },
          contact: { id: each.contactId, name: each.contact.name },
          responseId,
          detail: {
            cause: each.cause,
            score: each.score,
            comment: each.words,
            dueAt,
            late: isLate ? 1 : 0,
            owner: (each.ownerId !== null && nameOf(each.ownerId)) || null,
          },
        });
      }
      for (const each of found.tasks) {
        const days = each.dueOn === null ? null : daysBetween(readersToday, each.dueOn);
        add(days ?? Infinity, each.account?.revenueMinor ?? null, {
          ...nobody,
          id: each.id,
          kind: 'task',
          at: each.createdAt,
          account:
            each.accountId === null || each.account === null
              ? null
              : { id: each.accountId, name: each.account.name },
          contact: each.contactId === null ? null : { id: each.contactId, name: each.contactName },
          detail: { title: each.title, dueOn: each.dueOn, days },
        });
      }
      for (const { id, contact, account, requestedAt } of found.wishes) {
        const days = daysSince(requestedAt);
        add(days, 0, {
          ...nobody,
          id,
          kind: 'erasure_request',
          at: requestedAt,
          account,
          contact: { id: contact.id, name: contact.name },
          detail: { days, daysLeft: ERASURE_DUE_DAYS - days },
        });
      }
      for (const { contentId, kind, name, requestedBy, requestedAt } of found.reviews) {
        add(daysSince(requestedAt), 0, {
          ...nobody,
          id: `review:${contentId}`,
          kind: 'review',
          at: requestedAt,
          detail: {
            contentId,
            contentKind: kind,
            content: name,
            by: (requestedBy !== null && nameOf(requestedBy)) || null,
          },
        });
      }
      for (const note of found.mentions) {
        const { id, subject, contactId, accountId, text, authorId, authorName, createdAt } = note;
        add(daysSince(createdAt), 0, {
          ...nobody,
          id,
          kind: 'mention',
          at: createdAt,
          account: accountId === null ? null : { id: accountId, name: note.accountName ?? '' },
          contact: contactId === null ? null : { id: contactId, name: note.contactName },
          detail: {
            by: (authorId !== null && nameOf(authorId)) || authorName,
            text: spokenNote(text, nameOf),
            subject: subject.kind,
            subjectId: subject.id,
          },
        });
      }
      for (const each of found.stalled) {
        add(daysSince(each.lastStepAt), each.revenueMinor, {
          ...nobody,
          id: `${each.contentId}:${each.subjectId}`,
          kind: 'stalled_onboarding',
          at: each.lastStepAt,
          account:
            each.accountId === null || each.accountName === null
              ? null
              : { id: each.accountId, name: each.accountName },
          contact: each.contactId === null ? null : { id: each.contactId, name: each.contactName },
          detail: { checklist: each.checklist, contentId: each.contentId, days: daysSince(each.lastStepAt) },
        });
      }
      for (const each of found.renewals) {
        const days = each.renewalDate === null ? 0 : daysBetween(today, each.renewalDate);
        add(days, each.revenueMinor, {
          ...nobody,
          id: `renewal:${each.id}`,
          kind: 'renewal_window',
          at: `${each.renewalDate}T00:00:00.000Z`,
          account: { id: each.id, name: each.name },
          detail: { days, amountMinor: each.revenueMinor, currency: each.revenueCurrency },
        });
      }
      for (const each of found.quiet) {
        const lastSeenAt = each.lastSeenAt ?? now;
        add(daysSince(lastSeenAt), each.revenueMinor, {
          ...nobody,
          id: `quiet:${each.id}`,
          kind: 'quiet_account',
          at: lastSeenAt,
          account: { id: each.id, name: each.name },
          detail: { days: daysSince(lastSeenAt) },
        });
      }

      const { accounts, onboarding, renewals } = found.book;
      return c.json(
        {
          items: orderOfDay(items).map(({ item }) => item),
          book: { accounts, onboarding, renewals90Days: renewals, unread: found.unread },
        },
        200,
      );
    },
  );
