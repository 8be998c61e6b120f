import { assignments } from '@banso/database';
import { armOf } from '@banso/domain/experiment';
import { addMs, MINUTE_MS } from '@banso/domain/time';
import { TRIAL_SINCE } from '../contents/report-templates.ts';
import type { Visit } from '../history/diary.ts';
import { lastMoment } from '../history/diary.ts';
import { shownOn } from '../history/published-on.ts';
import type { Act } from './acts.ts';
import type { Delivery } from './guest-book.ts';
import { receivedAt } from './guest-book.ts';
import type { Stage } from './stage.ts';
import { inWorkspace } from './stage.ts';

const SEES_IT = 0.8;
const OPENS_IT = 0.4;
const EXPORTS: Readonly<Record<'control' | 'content', number>> = { control: 0.22, content: 0.38 };
/** In which the export comes, if it does. */
const WITHIN_DAYS = 12;

/**
 * The experiment with the templates: companies join with the first visit to their reports, those with the announcement see it
 * there, and some export a report later.
 * @param accountIds - By the id in the product.
 */
export function trial(
  stage: Stage,
  accountIds: ReadonlyMap<string, string>,
): { acts: Act[]; deliveries: Delivery[] } {
  const { plan, calendar, chance } = stage;
  const content = plan.contents.find(({ slug }) => slug === 'report-templates');
  if (!content) throw new RangeError('There is no announcement of templates');
  const byAccount = Map.groupBy(
    plan.visits.filter(({ person, day }) => day >= TRIAL_SINCE && !person.isScripted),
    ({ person }) => person.account.externalId,
  );
  const joined = [...byAccount].flatMap(([account, visits]) => {
    const unitId = accountIds.get(account);
    const [first] = visits;
    if (unitId === undefined || !first) return [];
    const { experiment = { controlPercent: 0 } } = content.versions[0]?.draft.delivery ?? {};
    const arm = armOf(experiment, content.id, unitId) === 'control' ? 'control' : 'content';
    const draw = chance.fork(`trial ${account}`);
    const ref = shownOn(content, first.day);
    const seen: Delivery[] =
      arm === 'content' && draw.happens(SEES_IT)
        ? [
            delivery(first, [
              { type: 'content_shown', ...ref, surface: 'panel' },
              ...(draw.happens(OPENS_IT) ? [{ type: 'content_opened' as const, ...ref }] : []),
            ]),
          ]
        : [];
    const later = visits.filter(({ day }) => day > first.day && day <= first.day + WITHIN_DAYS);
    const exported: Delivery[] =
      later.length > 0 && draw.happens(EXPORTS[arm])
        ? [delivery(draw.pick(later), [{ type: 'track', name: 'report_exported' }])]
        : [];
    const act: Act = {
      at: addMs(lastMoment(first), MINUTE_MS),
      run: (at) =>
        inWorkspace(stage, (db, workspaceId) =>
          assignments.add(db, workspaceId, [
            { experiment: content.id, unit: 'account', unitId, arm, version: ref.version, at },
          ]),
        ),
    };
    return { act, deliveries: [...seen, ...exported] };
  });
  return {
    acts: joined.map(({ act }) => act).filter(({ at }) => at < calendar.now),
    deliveries: joined.flatMap((one) => one.deliveries).filter((one) => receivedAt(one) < calendar.now),
  };
}

/** A little after the visit's own. */
function delivery(visit: Visit, deeds: Delivery['deeds']): Delivery {
  return { person: visit.person, at: addMs(lastMoment(visit), 2 * MINUTE_MS), deeds, isArrival: false };
}
