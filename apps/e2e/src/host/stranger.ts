import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PACK = fileURLToPath(new URL('../../../../scripts/pack.mjs', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

interface Packed {
  name: string;
  tarball: string;
}

/** Somebody else's project, outside of this repository, with our packages installed as they would be published. */
export interface Stranger {
  origin: string;
  /** Names of all packages that came into the project. */
  installed: readonly string[];
  stop(): Promise<void>;
}

/**
 * Makes an empty project, installs the packed packages into it, builds a page with Vite and serves it. React is this repository's
 * copy, so that nothing is fetched.
 * @param main - The page's own module, `main.jsx`.
 */
export async function startStranger(main: string): Promise<Stranger> {
  const root = mkdtempSync(join(tmpdir(), 'banso-stranger-'));
  const packed = JSON.parse(String(execFileSync(process.execPath, [PACK, root]))) as Packed[];
  writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }');
  const options = ['--offline', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, ...packed.map(({ tarball }) => tarball)], { cwd: root });
  const { packages } = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  const require = createRequire(import.meta.url);
  for (const name of ['react', 'react-dom'])
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(root, 'node_modules', name));

  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/main.jsx'), main);
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><html lang="en"><title>Project</title><link rel="icon" href="data:,"><main></main><script type="module" src="/src/main.jsx"></script></html>',
  );
  await build({ root, configFile: false, logLevel: 'error' });

  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '').replace(/\?.*/, '');
    try {
      const bytes = readFileSync(join(root, 'dist', path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    installed: Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(root, { recursive: true });
    },
  };
}
