import { audit, topics } from '@banso/database';
import type { TopicRule } from '@banso/domain/topics';
import { fillTopic } from '../../search/upkeep.ts';
import { seededIds } from '../ids.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** Day of the calendar on which the team began to sort answers by what they are about. */
const SORTED_ON = -24;

const TOPICS: readonly { name: string; pinned?: true; words: Readonly<Record<string, readonly string[]>> }[] =
  [
    { name: 'Search', pinned: true, words: { ja: ['検索'], ko: ['검색'], en: ['search'] } },
    {
      name: 'Permissions and sharing',
      pinned: true,
      words: { ja: ['権限', '共有'], ko: ['권한', '공유'], en: ['permission', 'sharing', 'shared', 'share'] },
    },
    { name: 'Notifications', words: { ja: ['通知'], ko: ['알림'], en: ['notification', 'digest'] } },
    { name: 'Templates', words: { ja: ['テンプレート'], ko: ['템플릿'], en: ['template'] } },
    {
      name: 'On the phone',
      words: { ja: ['スマートフォン', 'アプリ'], ko: ['모바일', '휴대폰', '앱'], en: ['phone', 'mobile'] },
    },
  ];

/** What the team follows in the words of customers. */
export function topicActs(stage: Stage): Act[] {
  const { calendar, chance, principalOf } = stage;
  const newId = seededIds(chance.fork('topics'));
  const principal = principalOf('haruka');
  const at = calendar.at(SORTED_ON, 3);
  const run = () =>
    inWorkspace(stage, async (db, workspaceId) => {
      for (const { name, pinned = false, words } of TOPICS) {
        const id = newId('top', at);
        const rules = Object.entries(words).map(([language, any]): TopicRule => ({
          language,
          any,
          none: [],
        }));
        await topics.create(db, workspaceId, {
          id,
          name,
          status: 'active',
          pinned,
          rules,
          fillBefore: '',
          createdAt: at,
          updatedAt: at,
          updatedBy: principal.id,
          revision: 1,
        });
        await audit.append(db, workspaceId, {
          at,
          principal,
          action: 'topic.create',
          target: id,
          change: { name },
        });
      }
    });
  return [{ at, run }];
}

/** Looks at the answers that were there before. */
export async function fillTopics(stage: Stage): Promise<void> {
  const { database, company } = stage;
  const all = await inWorkspace(stage, (db, workspaceId) => topics.list(db, workspaceId));
  for (const { id } of all)
    for (let done = false; !done;) done = (await fillTopic(database, company.workspaceId, id))?.done ?? true;
}
