/**
 * zod tries whether it may compile its checks as soon as a schema is made, which a Content-Security-Policy reports even
 * though the refusal is caught. This runs before any schema (a chunk of its own, see vite.config.ts) and says no.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
