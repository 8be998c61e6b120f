import { download } from '../../../data/download.ts';
import { workspace } from '../../../data/session.ts';

/** Lets the browser fetch the file of an export. */
export function fetchExport(id: string): void {
  download(`/v1/exports/${id}/file`, { workspace: workspace.peek()?.id ?? '' });
}
