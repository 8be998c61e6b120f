import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Tables } from './tables.ts';

/** The role that every transaction takes where the connecting one stands above row-level security. */
export const APP_ROLE = 'banso_app';

/** `banso_app` when the connecting role is a superuser or has BYPASSRLS; undefined for an ordinary one. */
export async function appRoleOf(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  return rows[0]?.above === true ? APP_ROLE : undefined;
}

/**
 * Makes sure that the application role exists, may be taken and may use every table. Safe to repeat.
 * @throws {Error} that says what an administrator has to do when this role may not do it.
 */
export async function ensureAppRole(db: Kysely<Tables>): Promise<void> {
  try {
    // two databases of one server may start at the same moment: whoever comes second finds the role
    await sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'banso_app') then
          create role banso_app nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db);
    await sql`
      do $$ begin
        if (select rolsuper or rolbypassrls from pg_roles where rolname = 'banso_app') then
          raise exception 'the role banso_app can bypass row-level security';
        end if;
        if not pg_has_role(current_user, 'banso_app', 'member') then
          execute format('grant banso_app to %I', current_user);
        end if;
        execute format('grant usage on schema %I to banso_app', current_schema());
        execute format('grant select, insert, update, delete on all tables in schema %I to banso_app', current_schema());
        revoke all on schema_migration from banso_app;
      end $$`.execute(db);
  } catch (cause) {
    throw new Error(
      'The PostgreSQL role of DATABASE_URL can bypass row-level security, and the role banso_app that would stand ' +
        'below it cannot be set up. Connect as an ordinary role that owns the database, or let an administrator run ' +
        '"create role banso_app nologin; grant banso_app to <your role>".',
      { cause },
    );
  }
}
