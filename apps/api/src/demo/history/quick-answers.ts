import type { DemoLocale } from '../words.ts';
import { QUICK_SURVEYS_DAY } from '../contents/quick-surveys.ts';
import type { IdAt } from '../ids.ts';
import type { Chance } from '../random.ts';
import type { Deed, Visit } from './diary.ts';
import { PRODUCT_URL } from './ordinary-visits.ts';
import type { KnownContent } from './published-on.ts';
import { shownOn } from './published-on.ts';

/** A response to one of the surveys that wait in the panel. */
export interface QuickResponse {
  id: string;
  visit: Visit;
}

interface Survey {
  slug: string;
  /** After this it waits in the panel. */
  after: string;
  /** How likely somebody answers it on such a visit. */
  answered: number;
  said: (visit: Visit, draw: Chance) => readonly Said[];
}
type Said = Pick<Extract<Deed, { type: 'survey_answered' }>, 'question' | 'value' | 'other'>;

/** As after any answer: nobody is asked twice. */
const LAST_DAY = -2;

const OTHER: Readonly<Record<DemoLocale, string>> = {
  en: 'Tables inside of notes',
  ja: 'ノートの中の表',
  ko: '노트 안의 표',
};

const SURVEYS: readonly Survey[] = [
  {
    slug: 'search-csat',
    after: 'search_done',
    answered: 0.09,
    said({ person }, draw) {
      const mark = markOf(person.account.mood + person.mood + draw.normal(), [-1.1, -0.6, -0.1, 0.7]);
      const mine = mark <= 3 ? 'missing' : 'finds';
      const keys =
        mark <= 3 ? ['not-found', 'too-many', 'slow', 'other'] : ['meetings', 'decisions', 'people', 'other'];
      const first = draw.pick(keys);
      const value = mark > 3 && first === 'meetings' && draw.happens(0.5) ? [first, 'decisions'] : [first];
      const other = first === 'other' ? { other: OTHER[person.locale] } : {};
      const more = mark <= 3 ? [{ question: 'more', value: null }] : [];
      return [{ question: 'search', value: mark }, { question: mine, value, ...other }, ...more];
    },
  },
  {
    slug: 'invite-ces',
    after: 'member_invited',
    answered: 0.8,
    said({ person }, draw) {
      const mark = markOf(
        person.account.mood + person.mood + draw.normal(),
        [-1.6, -1.2, -0.8, -0.5, 0, 0.7],
      );
      return [{ question: 'effort', value: mark }, ...(mark < 5 ? [{ question: 'hard', value: null }] : [])];
    },
  },
];

/** Lets people answer now and then what waits in the panel after they searched or invited somebody, each survey once. */
export function quickAnswers(
  visits: readonly Visit[],
  contents: readonly KnownContent[],
  chance: Chance,
  newId: IdAt,
): QuickResponse[] {
  return SURVEYS.flatMap(({ slug, after, answered, said }) => {
    const survey = contents.find((content) => content.slug === slug);
    if (!survey) throw new RangeError(`There is no content ${slug}`);
    const done = new Set<string>();
    return visits.flatMap((visit): QuickResponse[] => {
      const { person, day, at, deeds } = visit;
      const draw = chance.fork(`${slug} ${person.externalId} ${day}`);
      const waits = deeds.some((deed) => deed.type === 'track' && deed.name === after);
      if (!waits || day <= QUICK_SURVEYS_DAY || day > LAST_DAY || done.has(person.externalId)) return [];
      if (!draw.happens(answered)) return [];
      done.add(person.externalId);
      const ref = shownOn(survey, day);
      const responseId = newId('rsp', at);
      deeds.push(
        { type: 'content_shown', ...ref, surface: 'panel' },
        ...said(visit, draw).map((one): Deed => ({
          type: 'survey_answered',
          ...ref,
          responseId,
          ...one,
          url: `${PRODUCT_URL}/notes`,
        })),
        { type: 'survey_completed', ...ref, responseId },
      );
      return [{ id: responseId, visit }];
    });
  });
}

/** The place of a feeling on a scale that begins with 1. */
function markOf(felt: number, bounds: readonly number[]): number {
  return 1 + bounds.filter((bound) => felt > bound).length;
}
