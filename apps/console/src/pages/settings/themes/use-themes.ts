import { Theme } from '@banso/contract/theme';
import * as z from 'zod';
import { useRead } from '../../../data/query.ts';

const List = z.object({ data: z.array(Theme) });

/** The themes of the workspace: the default one, then the others by name. */
export const useThemes = () => useRead('/v1/themes', List);
