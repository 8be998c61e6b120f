import type { Chance } from '../random.ts';
import type { DemoLocale } from '../words.ts';
import type { AccountPlan } from './account-plan.ts';
import { CAST } from './cast.ts';
import { NAMES } from './names.ts';
import { PERSONAS } from './personas.ts';

/** Day of the calendar on which the widget went into the product: nobody was seen before. */
export const INSTALLED_ON = -274;

/** One of the customers' people. */
export interface Person {
  /** The user id of the product. */
  externalId: string;
  account: AccountPlan;
  name: string;
  email: string;
  locale: DemoLocale;
  timeZone: string;
  role: 'admin' | 'editor' | 'viewer';
  department: string;
  /** Day of the calendar on which they got their seat. */
  joinedOn: number;
  /** Day of their first visit; at the earliest that of the installation. */
  firstSeenOn: number;
  /** How content they are beyond their company's mood; around 0, a deviation of 1. */
  mood: number;
  /** Visits in an ordinary week. */
  visitsAWeek: number;
  /** The first of a company: sets it up and stays with it. */
  isChampion: boolean;
  /** Their history is told by hand: nobody asks them anything by chance. */
  isScripted: boolean;
}

const ZONES: Readonly<Record<AccountPlan['country'], string>> = {
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  US: 'America/New_York',
  CA: 'America/Toronto',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  NO: 'Europe/Oslo',
  AU: 'Australia/Sydney',
};

const DEPARTMENTS: Readonly<Record<DemoLocale, readonly string[]>> = {
  ja: ['営業', '総務', '企画', '製造', '経理', '人事', '情報システム', 'カスタマーサポート'],
  ko: ['영업', '총무', '기획', '운영', '재무', '인사', '정보시스템', '고객지원'],
  en: ['Sales', 'Operations', 'Planning', 'Production', 'Finance', 'People', 'IT', 'Support'],
};

const VISITS_A_WEEK: Readonly<Record<Person['role'], number>> = { admin: 0.52, editor: 0.34, viewer: 0.16 };

/** Everybody who ever came, company by company; the champion first. */
export function demoPeople(accounts: readonly AccountPlan[], chance: Chance): Person[] {
  const taken = new Set(
    CAST.concat(PERSONAS.map((persona) => ({ ...persona, answers: [] }))).map(({ name }) => name),
  );
  let next = 3_000;
  return accounts.flatMap((account) => {
    const draw = chance.fork(account.externalId);
    const known = [...PERSONAS, ...CAST].filter((one) => one.account === account.externalId);
    return Array.from({ length: account.people }, (_, index): Person => {
      const named = known[index];
      next += 1;
      const who = named ?? someone(account, `kn-u-${next}`, index === 0, draw, taken);
      return {
        ...when(account, index, named !== undefined, draw),
        externalId: who.externalId,
        account,
        name: who.name,
        email: who.email,
        locale: who.locale,
        timeZone: ZONES[account.country],
        role: who.role,
        department: who.department,
        mood: draw.normal(),
        visitsAWeek: VISITS_A_WEEK[who.role] * (named ? 1.6 : Math.exp(0.45 * draw.normal())),
        isChampion: index === 0,
        isScripted: named !== undefined,
      };
    });
  });
}

type Who = Pick<Person, 'externalId' | 'name' | 'email' | 'locale' | 'role' | 'department'>;

function someone(
  account: AccountPlan,
  externalId: string,
  isChampion: boolean,
  draw: Chance,
  taken: Set<string>,
): Who {
  // large companies have colleagues abroad
  const isAbroad =
    account.plan === 'Enterprise' && account.locale !== 'en' && !isChampion && draw.happens(0.08);
  const locale: DemoLocale = isAbroad ? 'en' : account.locale;
  const { name, address } = freeName(locale, draw, taken);
  const role = isChampion
    ? 'admin'
    : draw.weighted([
        ['admin', 1],
        ['editor', 6],
        ['viewer', 3],
      ] as const);
  const department = draw.pick(DEPARTMENTS[locale]);
  return { externalId, name, email: `${address}@${account.externalId}.example`, locale, role, department };
}

function freeName(locale: DemoLocale, draw: Chance, taken: Set<string>): { name: string; address: string } {
  for (;;) {
    const family = draw.pick(NAMES[locale].family);
    const given = draw.pick(NAMES[locale].given);
    const name = inOrder(locale, family.written, given.written);
    if (taken.has(name)) continue;
    taken.add(name);
    return { name, address: `${given.latin}.${family.latin}` };
  }
}

function inOrder(locale: DemoLocale, family: string, given: string): string {
  if (locale === 'en') return `${given} ${family}`;
  return locale === 'ja' ? `${family} ${given}` : `${family}${given}`;
}

/** When somebody got their seat and was seen first. */
function when(
  { signedUpDaysAgo, rhythm, onboarding }: AccountPlan,
  index: number,
  isKnown: boolean,
  draw: Chance,
): Pick<Person, 'joinedOn' | 'firstSeenOn'> {
  const signedUp = -signedUpDaysAgo;
  const silentSince = typeof rhythm === 'object' ? -rhythm.quietForDays : 0;
  const latest = Math.min(-5, silentSince - 8);
  const isFromTheStart = index === 0 || isKnown || draw.happens(onboarding ? 0.6 : 0.75);
  const joined = isFromTheStart
    ? signedUp + (index === 0 ? 0 : draw.whole(1, onboarding ? 10 : Math.max(1, signedUpDaysAgo - 300)))
    : draw.whole(Math.max(signedUp, INSTALLED_ON) + 5, latest);
  const joinedOn = Math.min(joined, latest);
  const firstSeenOn = joinedOn >= INSTALLED_ON ? joinedOn : INSTALLED_ON + (isKnown ? 1 : draw.whole(0, 24));
  return { joinedOn, firstSeenOn: Math.min(firstSeenOn, latest) };
}
