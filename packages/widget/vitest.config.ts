import { browserTests } from '@banso/testkit/vitest';

export default browserTests('widget');
