import type { Database, WorkspaceRecord } from '@banso/database';
import { counters } from '@banso/database';
import { CannotStart } from '../cannot-start.ts';
import { compare, type Comparison, isClean } from '../rebuild/compare.ts';
import { putRight } from '../rebuild/put-right.ts';
import { argumentsOf, type Command, getWorkspace, withDatabase } from './command.ts';

const HELP = `banso rebuild --workspace NAME [--check]

Counts everything anew that reports and decisions read from counters, says where what is kept differs, and puts it right. Safe beside a running service: what is counted meanwhile stays counted.

  --workspace   name or id
  --check       compare only, and change nothing

Ends with 0 when nothing differed or everything was put right, and with 1 when --check found a difference.
`;

/** Differences that are told one by one. */
const TOLD = 20;

/** Counts the counters of a workspace anew. */
export const rebuildCommand: Command = async (args, { stdout, stderr }) => {
  const { values, positionals } = argumentsOf(args, {
    workspace: { type: 'string' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  if (positionals.length > 0) throw new CannotStart(`Unknown argument ${positionals.join(' ')}. Try --help.`);
  return withDatabase(async (database) => {
    const workspace = await getWorkspace(database, values.workspace);
    const found = await compared(database, workspace);
    stdout.write(inWords(workspace, found));
    if (isClean(found)) return 0;
    if (values.check) return 1;
    const isRight = await database
      .forWorkspace(workspace.id)
      .write((db) => putRight(db, workspace.id, found));
    if (!isRight) {
      stderr.write('Somebody else has put them right meanwhile; nothing was written. Run it again.\n');
      return 1;
    }
    const after = await compared(database, workspace);
    stdout.write(isClean(after) ? 'Put right.\n' : inWords(workspace, after));
    return isClean(after) ? 0 : 1;
  });
};

const compared = (database: Database, { id }: WorkspaceRecord) =>
  database.forWorkspace(id).snapshot((db) => compare(db, id));

function inWords({ name }: WorkspaceRecord, found: Comparison): string {
  const lines = [
    ...found.wrong.map(({ table, key, column, is, should }) => {
      const named = counters.COUNTERS[table].key.map((part, at) => `${part}=${key[at] ?? ''}`);
      return `${table}.${column} of ${named.join(' ')} is ${is}, should be ${should}`;
    }),
    ...found.successors.map(
      ({ id, known, at }) =>
        `response ${id} is superseded at ${known ?? 'no time'}, should be ${at ?? 'never'}`,
    ),
    ...found.scores.map(({ id, score }) => `the last score of ${id} should be ${score ?? 'none'}`),
  ];
  const told = lines.slice(0, TOLD).map((line) => `  ${line}\n`);
  const more = lines.length > TOLD ? [`  … and ${lines.length - TOLD} more\n`] : [];
  const sum = `${name}: ${found.people} people and ${found.rows} counters compared, ${lines.length} ${lines.length === 1 ? 'difference' : 'differences'}.\n`;
  return [...told, ...more, sum].join('');
}
