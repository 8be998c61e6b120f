import type { EditorWords } from '../en/words.ts';
import { audience } from './audience.ts';
import { checklist } from './checklist.ts';
import { conditions } from './conditions.ts';
import { delivery } from './delivery.ts';
import { editor } from './editor.ts';
import { languages } from './languages.ts';
import { places } from './places.ts';
import { problems } from './problems.ts';
import { publish } from './publish.ts';
import { resource } from './resource.ts';
import { results } from './results.ts';
import { survey } from './survey.ts';
import { values } from './values.ts';

/** Every word of the editors in Korean. */
export const words: EditorWords = {
  audience,
  checklist,
  conditions,
  delivery,
  editor,
  languages,
  places,
  problems,
  publish,
  resource,
  results,
  survey,
  values,
};
