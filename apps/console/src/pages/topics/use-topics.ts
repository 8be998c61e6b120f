import { FillProgress, Topic } from '@banso/contract/topic';
import * as z from 'zod';
import { forget, useRead } from '../../data/query.ts';
import { api } from '../../data/session.ts';

export const TopicList = z.object({ data: z.array(Topic) });

/** Every topic of the workspace; nothing while they are read. */
export function useTopics(): Topic[] {
  return useRead('/v1/topics', TopicList).data?.data.data ?? [];
}

/** Looks at older answers with the rules of a topic, to the end; who leaves the page leaves it to the service. */
export async function fill(id: string): Promise<void> {
  for (;;) {
    const { data } = await api.call('POST', `/v1/topics/${id}/fill`, { schema: FillProgress });
    forget('/v1/topics');
    if (data.done) break;
  }
  forget('/v1/responses');
}
