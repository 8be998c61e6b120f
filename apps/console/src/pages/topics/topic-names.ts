import * as z from 'zod';
import { useRead } from '../../data/query.ts';

/** What a filter needs of topics; the schema of a whole one would be more than a page of answers may carry. */
const TopicNames = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), status: z.string() })),
});
export type TopicName = z.infer<typeof TopicNames>['data'][number];

/** The topics in use, and the one that is chosen whatever it is; nothing while they are read. */
export function useTopicNames(chosen?: string): TopicName[] {
  const all = useRead('/v1/topics', TopicNames).data?.data.data ?? [];
  return all.filter(({ id, status }) => status === 'active' || id === chosen);
}
