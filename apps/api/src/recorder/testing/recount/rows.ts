import type { Database } from '@banso/database';
import type { Row } from './lines.ts';

/** The rows of a table of one workspace. */
export async function rowsOf(database: Database, workspaceId: string, table: Table): Promise<Row[]> {
  const rows = await database
    .forWorkspace(workspaceId)
    .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', workspaceId).execute());
  return rows;
}
/** Tables that a recount looks at. */
export type Table =
  | 'assignment'
  | 'event'
  | 'account'
  | 'contact'
  | 'contact_alias'
  | 'event_count'
  | 'receipt'
  | 'content_state'
  | 'exposure'
  | 'decision'
  | 'alert'
  | 'customer_case'
  | 'response'
  | 'response_answer'
  | 'answer_hour'
  | 'question_day'
  | 'checklist_progress'
  | 'step_done'
  | 'survey_transaction'
  | 'content_day'
  | 'score_hour'
  | 'score_repeat'
  | 'score_segment'
  | 'counter'
  | 'search_text'
  | 'topic'
  | 'topic_day'
  | 'widget_session';
