import { accounts, audit } from '@banso/database';
import { HEALTH_DAYS, type HealthLevel } from '@banso/domain/health';
import { addMs, DAY_MS } from '@banso/domain/time';
import type { DemoLocale } from '../words.ts';
import type { Act } from './acts.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

/** How many of ten customers somebody has said something of. */
const JUDGED = 0.7;
/** Days of the calendar between which they said it; some of it holds no longer. */
const SAID_BETWEEN = [-105, -3] as const;

const REASONS: Readonly<Record<DemoLocale, Readonly<Record<HealthLevel, readonly string[]>>>> = {
  ja: {
    good: ['毎週の定例で新しい使い方を共有してくれる', '部署への展開が予定どおり進んでいる'],
    average: ['使っているのは一部のチームだけ', '担当者が代わったばかりで様子を見ている'],
    poor: ['先月からログインが半分に減った', '解約の話が一度出た。決裁者とまだ話せていない'],
  },
  ko: {
    good: ['새 기능을 먼저 물어보고 바로 써 봐요', '두 번째 팀까지 잘 정착했어요'],
    average: ['한 팀만 쓰고 있어요', '담당자가 바뀌어 지켜보는 중이에요'],
    poor: ['지난달부터 접속이 절반으로 줄었어요', '다른 도구를 함께 검토하고 있어요'],
  },
  en: {
    good: ['The sponsor brings new teams in by herself', 'Every review ends with a next step'],
    average: ['Only one team uses it every week', 'New contact since last month; too early to say'],
    poor: ['Sign-ins have halved since last month', 'Procurement asked for the notice period'],
  },
};

const levelOf = (mood: number): HealthLevel => (mood < -0.15 ? 'poor' : mood < 0.25 ? 'average' : 'good');

/** What the owners of accounts have said of how they are. */
export function healthActs(stage: Stage, accountIds: ReadonlyMap<string, string>): Act[] {
  const { calendar, company, plan, principalOf } = stage;
  const chance = stage.chance.fork('health');
  return plan.accounts.flatMap(({ externalId, lifecycle, locale, mood, owner, signedUpDaysAgo }): Act[] => {
    const draw = chance.fork(externalId);
    const day = Math.max(draw.whole(...SAID_BETWEEN), 1 - signedUpDaysAgo);
    if (lifecycle === 'churned' || day > -1 || !draw.happens(JUDGED)) return [];
    const at = calendar.at(day, 8);
    const level = levelOf(mood);
    const reason = draw.pick(REASONS[locale][level]);
    const id = accountIds.get(externalId) ?? '';
    const until = addMs(at, HEALTH_DAYS * DAY_MS);
    const run = () =>
      inWorkspace(stage, async (db, workspaceId) => {
        const found = await accounts.find(db, workspaceId, id);
        const health = { level, reason, at, until, by: company.memberId(owner) };
        await accounts.update(db, workspaceId, id, found?.revision ?? 0, { health }, at);
        await audit.append(db, workspaceId, {
          at,
          principal: principalOf(owner),
          action: 'account.update',
          target: id,
          change: { health: { level, reason, until } },
        });
      });
    return [{ at, run }];
  });
}
