import { matchesPages } from '@banso/domain/targeting';
import type { ContentDraft } from '@banso/database';
import type { Person } from '../customers/people.ts';
import type { Chance } from '../random.ts';
import type { Visit } from './diary.ts';
import { publishedOn } from './published-on.ts';
import type { KnownContent } from './published-on.ts';

const OPENS_ONE = 0.05;
/** The newest guides are read most. */
const FRESH_DAYS = 21;
const RATES = 0.42;
const FOUND_IT_HELPFUL = 0.86;

/** Lets people read guides now and then, and say whether that helped. */
export function guidesRead(
  visits: readonly Visit[],
  contents: readonly KnownContent[],
  chance: Chance,
): void {
  const guides = contents.filter(({ kind }) => kind === 'resource');
  for (const visit of visits) {
    const draw = chance.fork(`${visit.person.externalId} ${visit.day}`);
    if (!draw.happens(OPENS_ONE)) continue;
    const offered = guides.flatMap((guide) => {
      const ref = publishedOn(guide, visit.day);
      const delivery = ref && guide.versions[ref.version - 1]?.draft.delivery;
      const age = visit.day - (guide.versions[0]?.day ?? 0);
      return delivery && isFor(delivery, visit) ? [[{ guide, ref }, age < FRESH_DAYS ? 4 : 1] as const] : [];
    });
    if (offered.length === 0) continue;
    const { ref } = draw.weighted(offered);
    visit.deeds.push(
      { type: 'content_shown', ...ref, surface: 'panel' },
      { type: 'resource_opened', ...ref },
    );
    if (draw.happens(RATES))
      visit.deeds.push({ type: 'resource_rated', ...ref, helpful: draw.happens(FOUND_IT_HELPFUL) });
  }
}

/** As far as the demo's guides ask: the page, and the role. */
function isFor({ pages, audience }: ContentDraft['delivery'], { person, deeds }: Visit): boolean {
  const url = deeds.find((deed) => deed.type === 'page')?.url ?? '';
  return matchesPages(pages, url) && (audience.type !== 'trait' || isRole(person, audience.value));
}

const isRole = ({ role }: Person, wanted: unknown): boolean => role === wanted;
