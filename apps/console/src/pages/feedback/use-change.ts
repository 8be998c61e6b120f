import { ApiError } from '../../data/api.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { type Change, changeAnswers, markTests } from './changes.ts';
import { triageTexts } from './triage-texts.ts';

type Asked = Change | { test: boolean };

/** Changes answers, says so, and offers to take it back. Resolves true when it worked. */
export function useChange(): (ids: readonly string[], change: Asked, said: string) => Promise<boolean> {
  const texts = textsOf(triageTexts);
  const failed = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    toaster.show({ message: error.status === 400 ? texts.tooMany : texts.notDone });
  };
  return async (ids, change, said) => {
    try {
      const takeBack = await ('test' in change ? markTests(ids, change.test) : changeAnswers(ids, change));
      toaster.show({ message: said, undo: () => void takeBack().catch(failed) });
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
}
