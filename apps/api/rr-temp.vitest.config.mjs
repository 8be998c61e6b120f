import base from '/work/main/apps/api/vitest.config.ts';
export default { ...base, root: '/work/main/apps/api', resolve: { alias: [{ find: /^(\.\/|\.\.\/\.\.\/)app\.ts$/, replacement: '/work/main/apps/api/src/rr-temp-app.ts' }] } };
