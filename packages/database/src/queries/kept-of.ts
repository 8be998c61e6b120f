import type { Db } from '../tables.ts';

/** How much is kept of a person beside their profile. */
export type Kept = Record<'events' | 'answers' | 'messages' | 'steps' | 'exposures', number>;

/** Counts what is kept of one person: facts, surveys answered, messages, steps done, and interruptions. */
export async function keptOf(db: Db, workspaceId: string, contactId: string): Promise<Kept> {
  const count = async (table: 'event' | 'response' | 'message' | 'exposure') => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('rows'))
      .where('workspace_id', '=', workspaceId)
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow();
    return Number(row.rows);
  };
  const steps = await db
    .selectFrom('step_done')
    .select(({ fn }) => fn.countAll().as('rows'))
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('subject_id', '=', contactId), eb('done_by', '=', contactId)]))
    .executeTakeFirstOrThrow();
  return {
    events: await count('event'),
    answers: await count('response'),
    messages: await count('message'),
    steps: Number(steps.rows),
    exposures: await count('exposure'),
  };
}
