import type { organisation } from '@banso/contract';
import type { WorkspaceRecord } from '@banso/database';
import type { z } from 'zod';

/** A workspace as the contract shows it. */
export function workspaceRecord(workspace: WorkspaceRecord): z.infer<typeof organisation.Workspace> {
  const { id, name, identityMode, defaultLocale, locales, timeZone, theme, createdAt } = workspace;
  const { decisionRetentionDays, fatigue, requireApproval, replyMail } = workspace;
  return {
    id,
    name,
    identityMode,
    defaultLocale,
    locales,
    timeZone,
    theme,
    decisionRetentionDays,
    requireApproval,
    replyMail: replyMail && { afterMinutes: replyMail.afterMinutes, productUrl: replyMail.productUrl },
    fatigue: { ...fatigue, quietDays: [...fatigue.quietDays], perTag: [...fatigue.perTag] },
    createdAt,
  };
}
