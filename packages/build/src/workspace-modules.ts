import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  name: string;
  exports?: Readonly<Record<string, unknown>>;
}

/** Every module that a package of ours exports, by the name under which others import it, with its source. */
export function workspaceModules(repository: string): Map<string, string> {
  const modules = new Map<string, string>();
  const packages = join(repository, 'packages');
  for (const folder of readdirSync(packages)) {
    const path = join(packages, folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, exports = {} } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    for (const [entry, source] of Object.entries(exports))
      if (typeof source === 'string' && /\.tsx?$/.test(source))
        modules.set(`${name}${entry.slice(1)}`, join(packages, folder, source));
  }
  return modules;
}
