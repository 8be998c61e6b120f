import { ROLE_PERMISSIONS } from '@banso/contract';
import { ensureEventPartitions, installation, organisations } from '@banso/database';
import type { RecorderTransaction } from '@banso/database';
import type { Instant } from '@banso/domain/time';
import type { Deps } from '../app-env.ts';
import { AppError } from '../errors.ts';
import { publishedContents } from '../published-contents.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './calendar.ts';
import type { Company } from './company.ts';
import { foundCompany } from './company.ts';
import type { DemoFacts } from './demo-file.ts';
import { writeDemoFile } from './demo-file.ts';
import { seededIds } from './ids.ts';
import { insideTransaction } from './one-transaction.ts';
import { demoPlan } from './plan.ts';
import { Chance } from './random.ts';
import { replay } from './replay/replay.ts';
import type { Stage } from './replay/stage.ts';
import { restoreDemoFile } from './restore-demo-file.ts';
import { TEAM } from './team.ts';

export type { DemoFacts } from './demo-file.ts';

/** What the seed works with. */
export type SeedDeps = Pick<Deps, 'settings' | 'database' | 'clock' | 'newId' | 'log'>;

/** The first and the last day, counted from today, of which the log gets a partition of its own. */
const HISTORY_DAYS = [-281, -180, -80] as const;

/**
 * Fills an empty installation with the demo, once, and keeps `demo.json` in the data folder right: safe to call at every
 * start. The same day gives the same demo, but for its keys. All of it is one transaction: a start that dies half-way leaves
 * nothing behind, and of two that start at once one seeds.
 * @returns undefined when real data is there: nothing was touched.
 */
export async function seedDemo(deps: SeedDeps): Promise<DemoFacts | undefined> {
  const { database, settings, clock } = deps;
  const known = await installation.find(database.control);
  if (known) return known.demo ? restoreDemoFile(deps) : undefined;
  if ((await organisations.listIds(database.control)).length > 0) return undefined;

  const calendar = calendarOf(clock.now());
  for (const day of HISTORY_DAYS) await ensureEventPartitions(database, calendar.at(day, 0));
  try {
    return await database.record(async (tx) => {
      const company = await seedInto(tx, deps, calendar);
      // before the commit: without its keys a demo would be worth less than none
      return writeDemoFile(settings, company);
    });
  } catch (error) {
    const isLate = error instanceof AppError && error.code === 'conflict';
    if (!isLate) throw error;
    return seedDemo(deps); // another process was first: the demo is there now
  }
}

async function seedInto(
  tx: RecorderTransaction,
  { database, settings }: SeedDeps,
  calendar: Calendar,
): Promise<Company> {
  const chance = new Chance('Kumo Notes');
  const newId = seededIds(chance.fork('ids'));
  const inside = await insideTransaction(tx, {
    dialect: database.dialect,
    organisationId: 'org_of_the_demo',
  });
  const company = await foundCompany({ database: inside, calendar, newId, secret: settings.secret });
  const plan = demoPlan(calendar, chance.fork('plan'), newId);
  await replay({
    database: inside,
    published: publishedContents({ database: inside, live: NOBODY_LISTENS, clock: standing(calendar.now) }),
    calendar,
    company,
    plan,
    newId,
    chance,
    secret: settings.secret,
    principalOf: principalsOf(company),
  });
  return company;
}

const NOBODY_LISTENS = { publish: () => undefined, subscribe: () => () => undefined };

/** What is published is read again when it changes, not because time passes. */
const standing = (now: Instant) => ({ now: () => now });

function principalsOf({ organisationId, memberId }: Company): Stage['principalOf'] {
  return (key) => {
    const member = TEAM.find((one) => one.key === key);
    if (!member) throw new RangeError(`${key} is not in the team`);
    const { name, role } = member;
    return {
      kind: 'member',
      id: memberId(key),
      userId: '',
      name,
      organisationId,
      role,
      permissions: ROLE_PERMISSIONS[role],
    };
  };
}
