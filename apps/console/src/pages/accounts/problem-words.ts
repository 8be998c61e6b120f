import type { ApiError } from '../../data/api.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';

/** Why something could not be saved, in the reader's language; the server's own words where it names a field. */
export function problemWords(problem: ApiError): string {
  const texts = textsOf(recordTexts);
  const [named] = problem.errors;
  if (named?.code === 'taken') return texts.taken;
  if (named) return named.message;
  switch (problem.status) {
    case 0:
      return texts.unreachable;
    case 403:
      return texts.forbidden;
    case 404:
      return texts.gone;
    case 429:
      return texts.tooMany;
    default:
      return texts.notSaved;
  }
}
