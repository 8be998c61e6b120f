import { resolve } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { exportContents } from '../contents/as-code/export-contents.ts';
import { SEGMENTS } from '../contents/as-code/references.ts';
import { argumentsOf, type Command, getWorkspace, withDatabase } from './command.ts';
import { writeFolder } from './content-folder.ts';

const HELP = `banso export --workspace NAME --out FOLDER

Writes the drafts and saved segments of a workspace as YAML files, one each. Archived contents stay out unless another one asks for them.

  --workspace   name or id
  --out         folder; made when it is not there
  --prune       remove files of what the workspace does not have any more
`;

/** Writes the contents of a workspace into a folder. */
export const exportCommand: Command = async (args, { stdout, stderr }) => {
  const { values, positionals } = argumentsOf(args, {
    workspace: { type: 'string' },
    out: { type: 'string' },
    prune: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  if (positionals.length > 0) throw new CannotStart(`Unknown argument ${positionals.join(' ')}. Try --help.`);
  if (values.out === undefined) throw new CannotStart('--out is needed: a folder. Try --help.');
  const folder = resolve(values.out);
  const { files, missing, ownIds } = await withDatabase(async (database) => {
    const { id } = await getWorkspace(database, values.workspace);
    return database.forWorkspace(id).read((db) => exportContents(db, id));
  });
  const { written, left } = await writeFolder(folder, files, values);
  for (const path of written) stdout.write(`wrote ${path}\n`);
  for (const path of left)
    stdout.write(
      values.prune ? `removed ${path}\n` : `${path} is not in the workspace; --prune removes it\n`,
    );
  for (const { path, id } of missing)
    stderr.write(`${path} asks for ${id}, which is not there any more: no import will take it\n`);
  for (const [path, ids] of Map.groupBy(ownIds, (each) => each.path))
    stderr.write(
      `${path} lists ${ids.map(({ id }) => id).join(', ')}: only this workspace knows that, and no other one will take it\n`,
    );
  const saved = files.filter(({ path }) => path.startsWith(`${SEGMENTS}/`)).length;
  const sums = [
    `${files.length - saved} contents`,
    ...(saved > 0 ? [`${saved} segments`] : []),
    `${written.length} files written`,
  ];
  stdout.write(`${sums.join(', ')}.\n`);
  return 0;
};
