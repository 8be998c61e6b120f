import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { widgetApi } from '@banso/contract';
import type { Plugin } from 'vite';

const sri = (bytes: string | Buffer): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Puts the loader beside itself under a name that never changes what it means, and says the digests of it and of all that it may
 * fetch. The widget's files need no such folder: their names carry a hash of what is in them.
 * @param widget - Folder of the built widget.
 */
export function integrity(version: string, widget: string): Plugin {
  return {
    name: 'banso-integrity',
    apply: 'build',
    generateBundle(_options, bundle) {
      const loader = bundle['banso.js'];
      if (loader?.type !== 'chunk') return this.error('There is no loader.');
      const { code } = loader;
      const release = `${version}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`;
      const hashed = readdirSync(widget, { recursive: true })
        .map((name) => String(name).replaceAll('\\', '/'))
        .filter((name) => /-[\w-]{8}\.js$/.test(name))
        .toSorted();
      const published: widgetApi.Integrity = {
        version: release,
        script: `/w/${release}/banso.js`,
        integrity: sri(code),
        files: Object.fromEntries(
          hashed.map((name) => [`/w/${name}`, sri(readFileSync(join(widget, name)))]),
        ),
      };
      const text = `${JSON.stringify(published, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: `${release}/banso.js`, source: code });
      this.emitFile({ type: 'asset', fileName: `${release}/integrity.json`, source: text });
      this.emitFile({ type: 'asset', fileName: 'integrity.json', source: text });
    },
  };
}
