import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A module that is in a built file, and where it is from. */
export interface BundledModule {
  /** Path in this repository, or in the package. */
  module: string;
  package: string;
  version: string;
  license: string;
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
}

interface Origin {
  folder: string;
  name: string;
  version: string;
  license: string;
}

const LICENSE_FILE = /^(licen[cs]e|copying|notice)(\.|$)/i;
const slashed = (path: string): string => path.split(sep).join('/');

/** The package that a file belongs to. @throws {Error} when none says its name, version and licence. */
function originOf(file: string): Origin {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version, license } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (!name || !version) continue; // a folder that only says how its modules are read
    if (!license) throw new Error(`${path} names no licence.`);
    return { folder, name, version, license };
  }
  throw new Error(`${file} belongs to no package.`);
}

/** A module without a file is the bundler's own: its few lines of glue. */
const isGlue = (id: string): boolean => id.startsWith('\0');

/** The texts under which others may be passed on, one after the other. */
function noticesOf(origins: Iterable<Origin>): string {
  const texts = [...origins].map(({ folder, name, version, license }) => {
    const file = readdirSync(folder).find((one) => LICENSE_FILE.test(one));
    if (!file) throw new Error(`${name} brings no text of its licence.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.length > 0 ? texts.join(`\n${'-'.repeat(72)}\n\n`) : 'Nothing of others is in these files.\n';
}

/**
 * Writes down where every byte is from: `provenance/<name>.json` lists the modules of each built file with package, version and
 * licence, `provenance/<name>.txt` has the licences of what is not ours. A module without a licence fails the build.
 * @param root - Folder of the repository: what lies in it, and not in `node_modules`, is ours.
 */
export function provenance(name: string, root: string): Plugin {
  return {
    name: 'banso-provenance',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files: Record<string, BundledModule[]> = {};
      const others = new Map<string, Origin>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        files[chunk.fileName] = chunk.moduleIds
          .filter((id) => !isGlue(id))
          .map((id) => {
            const path = id.replace(/\?.*$/, '');
            const origin = originOf(path);
            const isOurs = !path.includes(`${sep}node_modules${sep}`);
            if (!isOurs) others.set(`${origin.name}@${origin.version}`, origin);
            const module = slashed(relative(isOurs ? root : origin.folder, path));
            return { module, package: origin.name, version: origin.version, license: origin.license };
          });
      }
      const list = JSON.stringify({ files }, null, 2);
      this.emitFile({ type: 'asset', fileName: `provenance/${name}.json`, source: `${list}\n` });
      this.emitFile({
        type: 'asset',
        fileName: `provenance/${name}.txt`,
        source: noticesOf(others.values()),
      });
    },
  };
}
