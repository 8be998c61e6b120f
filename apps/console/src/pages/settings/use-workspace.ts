import { organisation } from '@banso/contract';
import type { Answer } from '../../data/api.ts';
import { forget, queries, useRead } from '../../data/query.ts';
import { api, state, workspace } from '../../data/session.ts';
import type { Workspace } from '../../data/session.ts';

/** The workspace one is in, with the ETag that a change needs. */
export function useWorkspace() {
  return useRead(`/v1/workspaces/${workspace.value?.id ?? ''}`, organisation.Workspace);
}

/**
 * Changes the workspace and tells the whole console.
 * @param etag - Of the state that was seen.
 * @throws {ApiError} 412 when somebody else changed it meanwhile; nothing is overwritten then.
 */
export async function changeWorkspace(
  change: Partial<Workspace>,
  etag: string | undefined,
): Promise<Answer<Workspace>> {
  const path = `/v1/workspaces/${workspace.peek()?.id ?? ''}`;
  const answer = await api.call('PATCH', path, { schema: organisation.Workspace, body: change, etag });
  queries.setQueriesData({ predicate: ({ queryKey }) => queryKey[1] === path }, answer);
  forget('/v1/audit-log');
  tellSession(answer.data);
  return answer;
}

/** Reads the workspace anew after something else has changed it, and tells the whole console. @throws {ApiError} */
export async function refreshWorkspace(): Promise<void> {
  tellSession((await reloadWorkspace()).data);
}

function tellSession(workspaceNow: Workspace): void {
  const session = state.peek();
  if (session.status !== 'signed_in') return;
  const workspaces = session.me.workspaces.map((each) => (each.id === workspaceNow.id ? workspaceNow : each));
  state.value = { status: 'signed_in', me: { ...session.me, workspaces } };
}

/** Reads the workspace anew, after somebody else has changed it. @throws {ApiError} */
export async function reloadWorkspace(): Promise<Answer<Workspace>> {
  const path = `/v1/workspaces/${workspace.peek()?.id ?? ''}`;
  const answer = await api.call('GET', path, { schema: organisation.Workspace });
  queries.setQueriesData({ predicate: ({ queryKey }) => queryKey[1] === path }, answer);
  return answer;
}
