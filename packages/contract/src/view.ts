// Apart from the index: only the pages that show it load what its schemas need.
import * as z from 'zod';
import { id, Instant } from './common.ts';

export const ViewId = id('viw');

/** Lists whose views can be saved. */
export const VIEW_PAGES = ['feedback', 'cases', 'tasks'] as const;

/** The state of a list as its address has it. */
const ViewState = z
  .record(z.string().min(1).max(50), z.string().max(500))
  .refine((state) => Object.keys(state).length <= 30, { error: 'may hold at most 30 fields' });
const Name = z.string().trim().min(1).max(80);

/** What a list of the console was narrowed down to, under a name. */
export const View = z.object({
  id: ViewId,
  page: z.enum(VIEW_PAGES),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  /** Everybody in the workspace sees it. */
  shared: z.boolean(),
  /** Who saved it: a member or a key. */
  owner: z.object({ id: z.string(), name: z.string() }),
  createdAt: Instant,
  updatedAt: Instant,
});
export type View = z.infer<typeof View>;

export const ViewQuery = z.object({ page: z.enum(VIEW_PAGES) });
export const ViewCreate = z.strictObject({
  page: z.enum(VIEW_PAGES),
  name: Name,
  query: ViewState,
  shared: z.boolean().default(false),
});
export const ViewUpdate = z.strictObject({
  name: Name.optional(),
  query: ViewState.optional(),
  shared: z.boolean().optional(),
});
