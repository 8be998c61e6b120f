import preact from '@preact/preset-vite';
import { browserTests } from '@banso/testkit/vitest';

export default browserTests('ui', [preact()]);
