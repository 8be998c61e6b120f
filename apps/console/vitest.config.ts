import { browserTests } from '@banso/testkit/vitest';
import preact from '@preact/preset-vite';

export default browserTests('console', [preact()]);
