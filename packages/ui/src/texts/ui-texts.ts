import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { enTexts } from './en.ts';

/** Every word that the kit says by itself. Words about the product come in through props. */
export interface UiTexts {
  /** BCP 47 tag for numbers inside the kit. */
  locale: string;
  skipToContent: string;
  mainNavigation: string;
  more: string;
  allSections: string;
  close: string;
  cancel: string;
  back: string;
  clear: string;
  remove: (what: string) => string;
  optional: string;
  undo: string;
  notifications: string;
  copy: string;
  copied: string;
  copyFailed: string;
  loading: string;
  retry: string;
  requestId: string;
  search: string;
  nothingFound: string;
  resultCount: (count: number) => string;
  /** Characters used of the most allowed. */
  counter: (used: number, most: number) => string;
  counterOver: (over: number) => string;
  doneOf: (done: number, all: number) => string;
  loadMore: string;
  shownOf: (shown: number, all: number) => string;
  selectAll: string;
  selectRow: (name: string) => string;
  selectedCount: (count: number) => string;
  missing: (count: number) => string;
  breadcrumb: string;
  showAsTable: string;
  /** Words of the score charts. */
  score: string;
  low: string;
  high: string;
  answers: string;
  share: string;
  interval95: string;
  range: (low: string, high: string) => string;
  scoreOnScale: (score: string, low: string, high: string) => string;
  shareOnScale: (score: string, low: string, high: string) => string;
  previousScore: (score: string, low: string, high: string) => string;
  lowSample: string;
  tooFew: string;
  detractors: string;
  passives: string;
  promoters: string;
  when: string;
  paletteMove: string;
  paletteOpen: string;
  paletteNewTab: string;
}

const TextsContext = createContext<UiTexts>(enTexts);

/** Gives its children the kit's words in one language; without it they are English. */
export const UiTextsProvider = TextsContext.Provider;

/** The kit's words in the language of the nearest provider. */
export function useUiTexts(): UiTexts {
  return useContext(TextsContext);
}
