import BetterSqlite from 'better-sqlite3';

/**
 * The control of the power cut: loaded before the service, it makes every database flush at checkpoints only. What this
 * loses, the real setting keeps.
 */
const { prototype } = BetterSqlite;
const pragma = Reflect.get(prototype, 'pragma') as (
  this: unknown,
  source: string,
  options?: unknown,
) => unknown;
Reflect.set(
  prototype,
  'pragma',
  function forgetfully(this: unknown, source: string, options?: unknown): unknown {
    return pragma.call(this, source.replace(/^synchronous = full$/, 'synchronous = normal'), options);
  },
);
