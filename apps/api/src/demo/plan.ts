import { CAST } from './customers/cast.ts';
import type { AccountPlan } from './customers/account-plan.ts';
import { ENGLISH_ACCOUNTS } from './customers/accounts-english.ts';
import { JAPANESE_ACCOUNTS } from './customers/accounts-japanese.ts';
import { KOREAN_ACCOUNTS } from './customers/accounts-korean.ts';
import type { Person } from './customers/people.ts';
import { demoPeople } from './customers/people.ts';
import type { Calendar } from './calendar.ts';
import { demoContents } from './contents/all.ts';
import { commentsGiven } from './history/comments.ts';
import type { Visit } from './history/diary.ts';
import { Diary } from './history/diary.ts';
import { firstWeekVisits } from './history/first-week.ts';
import { guidesRead } from './history/guides.ts';
import type { TeamStep } from './history/onboarding.ts';
import { newsRead } from './history/news.ts';
import { onboardingVisits } from './history/onboarding.ts';
import { ordinaryDeeds, ordinaryVisits } from './history/ordinary-visits.ts';
import type { KnownContent } from './history/published-on.ts';
import { shownOn } from './history/published-on.ts';
import type { Asked } from './history/survey-waves.ts';
import type { QuickResponse } from './history/quick-answers.ts';
import { quickAnswers } from './history/quick-answers.ts';
import { surveyWaves } from './history/survey-waves.ts';
import type { IdAt } from './ids.ts';
import type { Chance } from './random.ts';

/** All that happened at the demo's company, before any of it is written. */
export interface DemoPlan {
  accounts: readonly AccountPlan[];
  people: readonly Person[];
  contents: readonly KnownContent[];
  /** The oldest first; what is in them is not yet with the answers to surveys. */
  visits: readonly Visit[];
  teamSteps: readonly TeamStep[];
  /** Questions of the relationship survey, in the order of the visits. */
  asked: readonly Asked[];
  /** Responses to the surveys that wait in the panel; their answers stand in the visits. */
  quick: readonly QuickResponse[];
}

/** Prefix of the ids of each kind of content. */
export const ID_PREFIX = { checklist: 'chk', survey: 'srv', resource: 'res', announcement: 'ann' } as const;

/** Makes the plan: the same one for the same day and the same streams of chance and ids. */
export function demoPlan(calendar: Calendar, chance: Chance, newId: IdAt): DemoPlan {
  const accounts = [...JAPANESE_ACCOUNTS, ...KOREAN_ACCOUNTS, ...ENGLISH_ACCOUNTS];
  const people = demoPeople(accounts, chance.fork('people'));
  const contents = demoContents(calendar).map((content): KnownContent => ({
    ...content,
    id: newId(ID_PREFIX[content.kind], calendar.at(content.createdOn, 5)),
  }));
  const called = (slug: string): KnownContent => {
    const found = contents.find((content) => content.slug === slug);
    if (!found) throw new RangeError(`There is no content ${slug}`);
    return found;
  };

  const diary = new Diary(calendar, chance.fork('hours'));
  ordinaryVisits(people, diary, calendar, chance.fork('visits'));
  const teamSteps = onboardingVisits(people, diary, (day) => shownOn(called('getting-started'), day));
  firstWeekVisits(people, diary, (day) => shownOn(called('your-first-week'), day), chance.fork('first week'));
  castVisits(people, diary, chance.fork('cast'));

  const visits = diary.inOrder();
  guidesRead(visits, contents, chance.fork('guides'));
  const quick = quickAnswers(visits, contents, chance.fork('quick'), newId);
  newsRead(visits, called('compare-versions'), chance.fork('news'));
  const asked = surveyWaves(visits, CAST, chance.fork('survey'));
  commentsGiven(asked, chance.fork('comments'));
  return { accounts, people, contents, visits, teamSteps, asked, quick };
}

/** People who are known by name wrote enough to be asked, and came when they answered. */
function castVisits(people: readonly Person[], diary: Diary, chance: Chance): void {
  for (const person of people.filter(({ isScripted }) => isScripted)) {
    const draw = chance.fork(person.externalId);
    const opened = diary.visit(person, person.firstSeenOn);
    opened.deeds.push(...Array.from({ length: 6 }, () => ({ type: 'track', name: 'note_created' }) as const));
    const told = CAST.find(({ externalId }) => externalId === person.externalId);
    for (const { day, hour } of told?.answers ?? []) {
      const visit = diary.visit(person, day, hour);
      if (visit.deeds.length === 0) visit.deeds.push(...ordinaryDeeds(person, draw));
    }
  }
}
