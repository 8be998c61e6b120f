import { inbox, myDay, type ResponseRecord, type TaskRecord, tasks } from '@banso/database';
import { seededIds } from '../ids.ts';
import { type MemberKey, TEAM } from '../team.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

interface Planned {
  /** The newest unhappy answer of a language, the next renewal, or nothing in particular. */
  about: { answerIn: string } | 'renewal' | null;
  title: string;
  by: MemberKey;
  /** Null: nobody's yet. */
  owner: MemberKey | null;
  /** From today; null: some time. */
  dueIn: number | null;
  wroteAgo: number;
  /** Days ago that it was done. */
  doneAgo?: number;
}

/** What the team has promised, late, due, and done. */
const PLANNED: readonly Planned[] = [
  {
    about: { answerIn: 'ja' },
    title: '権限の設定方法を電話で説明する',
    by: 'haruka',
    owner: 'mika',
    dueIn: -1,
    wroteAgo: 3,
  },
  {
    about: { answerIn: 'en' },
    title: 'Tell them when shared folders will come',
    by: 'daniel',
    owner: 'mika',
    dueIn: 0,
    wroteAgo: 4,
  },
  {
    about: 'renewal',
    title: '更新前のふりかえり会の日程を決める',
    by: 'mika',
    owner: 'mika',
    dueIn: 3,
    wroteAgo: 6,
  },
  {
    about: { answerIn: 'ko' },
    title: '화면 공유 미팅 일정 잡기',
    by: 'seoyeon',
    owner: 'seoyeon',
    dueIn: 2,
    wroteAgo: 2,
  },
  {
    about: null,
    title: 'Read what other teams say about tables',
    by: 'mika',
    owner: 'mika',
    dueIn: null,
    wroteAgo: 9,
  },
  {
    about: null,
    title: 'Choose the customers for the user meeting in spring',
    by: 'daniel',
    owner: null,
    dueIn: 21,
    wroteAgo: 5,
  },
  {
    about: 'renewal',
    title: '利用状況のまとめを送る',
    by: 'haruka',
    owner: 'haruka',
    dueIn: -4,
    wroteAgo: 12,
    doneAgo: 5,
  },
  {
    about: { answerIn: 'en' },
    title: 'Ask the product team about the old complaint',
    by: 'daniel',
    owner: 'daniel',
    dueIn: null,
    wroteAgo: 8,
    doneAgo: 6,
  },
];

/** What the team has set itself to do. */
export async function planned(stage: Stage): Promise<void> {
  const { calendar, company } = stage;
  await inWorkspace(stage, async (db, workspaceId) => {
    const newId = seededIds(stage.chance.fork('planned'));
    const { data } = await inbox.list(db, workspaceId, { scores: [0, 6] }, { limit: 200 });
    const [renewal] = await myDay.renewalsBetween(db, workspaceId, calendar.day(0), calendar.day(90), 1);
    const answerIn = (locale: string): ResponseRecord | undefined =>
      data.find((one) => one.locale === locale && !one.contact.erased);
    const actor = (key: MemberKey) => ({
      id: company.memberId(key),
      name: TEAM.find((one) => one.key === key)?.name ?? '',
    });
    const subjectOf = (about: Planned['about']): Pick<TaskRecord, 'subject' | 'contactId' | 'accountId'> => {
      if (about === 'renewal' && renewal)
        return { subject: { kind: 'account', id: renewal.id }, contactId: null, accountId: renewal.id };
      const answer = about !== null && about !== 'renewal' ? answerIn(about.answerIn) : undefined;
      if (!answer) return { subject: null, contactId: null, accountId: null };
      return {
        subject: { kind: 'response', id: answer.id },
        contactId: answer.contact.id,
        accountId: answer.account?.id ?? null,
      };
    };
    for (const { about, title, by, owner, dueIn, wroteAgo, doneAgo } of PLANNED) {
      const createdAt = calendar.at(-wroteAgo, 2);
      await tasks.add(db, workspaceId, {
        id: newId('tsk', createdAt),
        title,
        ...subjectOf(about),
        ownerId: owner && company.memberId(owner),
        dueOn: dueIn === null ? null : calendar.day(dueIn),
        done: doneAgo === undefined ? null : { at: calendar.at(-doneAgo, 5), by: actor(by) },
        createdAt,
        createdBy: actor(by),
        revision: 1,
      });
    }
  });
}
