import { nodeTests } from '@banso/testkit/vitest';

export default nodeTests('build');
