import type { Command } from './command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { rebuildCommand } from './rebuild-command.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['export', exportCommand],
  ['import', importCommand],
  ['rebuild', rebuildCommand],
]);

/** The command of this name; undefined where the service itself is to be started. */
export const commandNamed = (name: string | undefined): Command | undefined =>
  name === undefined ? undefined : COMMANDS.get(name);
