import { z } from '@hono/zod-openapi';

/** The publishable key in the path of what pages ask for. */
export const WidgetKey = z.object({
  key: z.string().openapi({ description: 'The publishable key of the workspace', example: 'bpk_…' }),
});
