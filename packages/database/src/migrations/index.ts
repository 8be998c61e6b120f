import type { Migration } from 'kysely/migration';
import { first } from './2026-11-21-first.ts';

/** Every migration by its dated name; they run in the order of their names. Frozen once released. */
export const migrationsFor = (postgres: boolean): Readonly<Record<string, Pick<Migration, 'up'>>> => ({
  '2026-11-21-first': first(postgres),
});
