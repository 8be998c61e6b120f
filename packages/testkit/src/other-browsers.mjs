// Firefox and WebKitGTK, for what a host page may expect of the widget in engines other than Chromium's. Only asked for by
// `npm run guest -- --deep`. Like browser.mjs it imports nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const first = (...paths) => paths.find((path) => path && existsSync(path));

export function otherBrowsers() {
  return {
    firefox: first(
      process.env.FIREFOX_PATH,
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ),
    webkitDriver: first(process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver'),
    xvfb: first('/usr/bin/Xvfb'),
  };
}

export function ensureOtherBrowsers(env) {
  const found = otherBrowsers();
  const packages = [
    found.firefox ?? 'firefox-esr',
    found.webkitDriver ?? 'webkit2gtk-driver',
    found.xvfb ?? 'xvfb',
  ].filter((name) => !name.startsWith('/'));
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.error(`Installing ${packages.join(', ')} …`);
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  return otherBrowsers();
}
