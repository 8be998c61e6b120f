/** How long a new workspace keeps decisions. */
export const DEFAULT_RETENTION_DAYS = 400;

/** How long a workspace may keep them, both ends included. */
export const RETENTION_DAYS = { least: 30, most: 1_100 } as const;
