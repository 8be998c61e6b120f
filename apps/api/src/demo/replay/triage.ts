import { inbox, notes, type ResponseRecord, responseTags, savedViews } from '@banso/database';
import { tagKey } from '@banso/domain/content';
import { mentionOf } from '@banso/domain/text';
import { addMs, HOUR_MS } from '@banso/domain/time';
import { seededIds } from '../ids.ts';
import { type MemberKey, TEAM } from '../team.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** What the team calls what customers write about, and the words by which it shows. */
const TAGS: readonly { name: string; said: RegExp }[] = [
  { name: 'Permissions', said: /権限|共有|permission|sharing|rights|권한|공유/i },
  { name: 'Search', said: /検索|\bsearch|검색/i },
  { name: 'Mobile', said: /スマートフォン|アプリ|phone|tablet|모바일|앱/i },
  { name: 'Templates', said: /テンプレート|ひな形|template|템플릿|양식/i },
  { name: 'Tables', said: /表の|表を|\btable|스프레드시트|\b표/i },
  { name: 'Sign-in', said: /シングルサインオン|single sign-on|\bsso\b|로그인/i },
];
/** What came in since then waits for somebody to read it first. */
const TAGGED_UNTIL = -2;

/** What colleagues write beside the newest unhappy answers of a language; `{who}` is called. */
const REMARKS: readonly {
  locale: string;
  by: MemberKey;
  calls: MemberKey | null;
  afterHours: number;
  text: string;
  isRead: boolean;
}[] = [
  {
    locale: 'ja',
    by: 'haruka',
    calls: 'mika',
    afterHours: 3,
    text: '{who} 先週のお電話と同じ内容です。返信の前にご意見をいただけますか。',
    isRead: false,
  },
  {
    locale: 'en',
    by: 'daniel',
    calls: 'haruka',
    afterHours: 5,
    text: '{who} same complaint as on the call of last month. I have asked the product team for a date.',
    isRead: true,
  },
  {
    locale: 'ko',
    by: 'seoyeon',
    calls: null,
    afterHours: 2,
    text: '담당자와 통화했습니다. 다음 주에 화면을 같이 보기로 했어요.',
    isRead: true,
  },
];

/** What the team made of the answers: tags, notes with mentions, and views of the inbox and of the cases. */
export async function triage(stage: Stage): Promise<void> {
  await inWorkspace(stage, async (db, workspaceId) => {
    const newId = seededIds(stage.chance.fork('triage'));
    const { calendar, company } = stage;
    const until = calendar.at(TAGGED_UNTIL, 0);
    const { data } = await inbox.list(db, workspaceId, { hasComment: true }, { limit: 2_000 });
    const answers = data.filter(({ contact }) => !contact.erased);
    const createdAt = calendar.at(-60, 2);
    for (const { name, said } of TAGS) {
      const id = newId('tag', createdAt);
      await responseTags.create(db, workspaceId, { id, key: tagKey(name), name, createdAt });
      const about = answers.filter((one) => said.test(one.comment ?? '') && one.answeredAt < until);
      const by = { at: until, member: company.memberId('haruka') };
      await responseTags.put(db, workspaceId, id, about, by);
    }
    for (const { locale, by, calls, afterHours, text, isRead } of REMARKS) {
      const about = answers.find((one) => one.locale === locale && isLow(one) && one.answeredAt < until);
      if (!about) continue;
      const at = addMs(about.answeredAt, afterHours * HOUR_MS);
      const called = calls && company.memberId(calls);
      const note = {
        id: newId('not', at),
        subject: { kind: 'response', id: about.id },
        contactId: about.contact.id,
        accountId: about.account?.id ?? null,
        text: text.replace('{who}', called ? mentionOf(called) : ''),
        authorId: company.memberId(by),
        authorName: TEAM.find(({ key }) => key === by)?.name ?? '',
        createdAt: at,
        editedAt: null,
      };
      await notes.add(db, workspaceId, note, called ? [called] : []);
      if (called && isRead)
        await notes.readMentions(db, workspaceId, {
          member: called,
          subject: note.subject,
          at: addMs(at, HOUR_MS),
        });
    }
    const view = { page: 'feedback', createdAt, updatedAt: createdAt };
    await savedViews.put(db, workspaceId, {
      ...view,
      id: newId('viw', createdAt),
      name: 'Enterprise, Japan',
      query: { language: 'ja', plan: 'Enterprise' },
      ownerId: company.memberId('haruka'),
      isShared: true,
    });
    await savedViews.put(db, workspaceId, {
      ...view,
      id: newId('viw', createdAt),
      name: 'Low scores in words',
      query: { only: 'detractors', comment: 'true', days: '90' },
      ownerId: company.memberId('mika'),
      isShared: false,
    });
    await savedViews.put(db, workspaceId, {
      ...view,
      id: newId('viw', createdAt),
      page: 'cases',
      name: 'High priority',
      query: { priority: 'high' },
      ownerId: company.memberId('haruka'),
      isShared: true,
    });
  });
}

const isLow = ({ score }: ResponseRecord): boolean => score !== null && score <= 6;
