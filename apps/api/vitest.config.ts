import { nodeTests } from '@banso/testkit/vitest';

export default nodeTests('api', { postgres: true });
