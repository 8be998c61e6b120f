import type { z } from '@hono/zod-openapi';
import { AppError } from '../../errors.ts';
import type { ImportPlan } from './import-plan.ts';

/** @throws {AppError} `conflict` with the key of every text that cannot be taken over. */
export function requireClean(problems: ImportPlan['problems']): void {
  if (problems.length === 0) return;
  const said = {
    unknown: 'the content has no such text',
    source_changed: 'the text has changed since it was exported',
  };
  throw new AppError(
    'conflict',
    `${problems.length} texts of the file do not fit the content. Nothing was changed.`,
    {
      errors: problems.map(({ key, outcome }) => ({
        path: key,
        code: outcome,
        message: said[outcome as keyof typeof said],
      })),
    },
  );
}

/** @throws {AppError} `invalid` when a translation is longer than a text may be. */
export function requireStorable(schema: z.ZodType, draft: ImportPlan['draft']): void {
  const parsed = schema.safeParse(draft);
  if (parsed.success) return;
  const message = 'a translation is longer than a text may be';
  throw new AppError('invalid', `text: ${message}`, {
    errors: parsed.error.issues.map(({ path, code }) => ({
      path: `draft.${path.join('.')}`,
      code,
      message,
    })),
  });
}
