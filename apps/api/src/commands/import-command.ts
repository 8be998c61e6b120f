import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { newId, systemClock } from '../clock.ts';
import { importContents } from '../contents/as-code/import-contents.ts';
import { AppError } from '../errors.ts';
import { openLive } from '../live.ts';
import { openLog } from '../log.ts';
import { publishedContents } from '../published-contents.ts';
import { argumentsOf, type Command, getWorkspace, withDatabase } from './command.ts';
import { readFolder } from './content-folder.ts';
import { reportInWords } from './report-in-words.ts';

const HELP = `banso import --workspace NAME FOLDER

Takes the files of a folder into the drafts and segments of a workspace: all of them, or nothing. Whatever else the workspace has is left alone.

  --workspace   name or id
  --dry-run     say what would be created, changed and left, and change nothing
  --publish     publish what is new, under the rules of the workspace
  --overwrite   replace drafts and segments that were changed in the workspace since the last import
  --note TEXT   where the files are from, for the log and for versions that are published
`;

/** Takes the contents of a folder into a workspace. */
export const importCommand: Command = async (args, { stdout, stderr }) => {
  const { values, positionals } = argumentsOf(args, {
    workspace: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    overwrite: { type: 'boolean', default: false },
    note: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new CannotStart('One folder is needed. Try --help.');
  const files = await readFolder(resolve(folder));
  if (files.length === 0) throw new CannotStart(`There are no contents in ${resolve(folder)}.`);
  try {
    const report = await withDatabase(async (database, { logLevel }) => {
      const { id: workspaceId } = await getWorkspace(database, values.workspace);
      const live = await openLive({ database, log: openLog(logLevel), processId: randomUUID() });
      const published = publishedContents({ database, live, clock: systemClock });
      const principal = { kind: 'system', id: 'import', name: 'banso import' } as const;
      const act = { workspaceId, principal, at: systemClock.now() };
      const dryRun = values['dry-run'];
      const { publish, note } = values;
      const replace = values.overwrite ? ('all' as const) : [];
      try {
        return await importContents({ database, newId, live, published }, act, files, {
          publish,
          note: note.trim().slice(0, 500),
          replace,
          dryRun,
          // who holds the database may publish; an approval is a person's
          rights: { publish: true, approve: false, administer: true },
        });
      } finally {
        await live.close();
      }
    });
    const { words, isClean } = reportInWords(report, values);
    stdout.write(words);
    return isClean ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    stderr.write(`${error.message}\n`);
    for (const { path, message } of error.errors ?? []) stderr.write(`  ${path}: ${message}\n`);
    return 1;
  }
};
