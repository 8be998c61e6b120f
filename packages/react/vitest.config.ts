import { fileURLToPath } from 'node:url';
import { browserTests } from '@banso/testkit/vitest';
import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';

const folder = (name: string) => fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
const on19 = browserTests('react');
const on18 = browserTests('react-18');

const projectsOf = ({ test }: ViteUserConfig): object[] =>
  (test?.projects ?? []).filter((one) => typeof one === 'object');

/** Every test runs on React 19, and once more with React 18 in its place. */
export default defineConfig({
  test: {
    ...on19.test,
    projects: [
      ...projectsOf(on19),
      ...projectsOf(on18).map((project) => ({
        ...project,
        cacheDir: 'node_modules/.vite-react-18',
        define: { REACT_MAJOR: '"18"' },
        resolve: {
          alias: [
            { find: /^react-dom(?=\/|$)/, replacement: folder('react-dom-18') },
            { find: /^react(?=\/|$)/, replacement: folder('react-18') },
          ],
        },
      })),
    ],
  },
});
