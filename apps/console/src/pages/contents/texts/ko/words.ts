import type { EditorWords } from '../en/words.ts';
import { announcement } from './announcement.ts';
import { audience } from './audience.ts';
import { checklist } from './checklist.ts';
import { conditions } from './conditions.ts';
import { delivery } from './delivery.ts';
import { editor } from './editor.ts';
import { languages } from './languages.ts';
import { places } from './places.ts';
import { problems } from './problems.ts';
import { publish } from './publish.ts';
import { reach } from './reach.ts';
import { resource } from './resource.ts';
import { results } from './results.ts';
import { survey } from './survey.ts';
import { values } from './values.ts';

/** Every word of the editors in Korean. */
export const words: EditorWords = {
  announcement,
  audience,
  checklist,
  conditions,
  delivery,
  editor,
  languages,
  places,
  problems,
  publish,
  reach,
  resource,
  results,
  survey,
  values,
};
