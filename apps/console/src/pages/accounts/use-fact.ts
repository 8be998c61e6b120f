import { useMemo, useRef } from 'preact/hooks';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { createFactEdit } from './fact-edit.ts';
import type { FactEdit, FactState } from './fact-edit.ts';
import { problemWords } from './problem-words.ts';
import { recordTexts } from './record-texts.ts';
import type { RecordAccess } from './use-record.ts';

/** One value of a record on the page, with what can be done to it. */
export interface Fact<V> {
  label: string;
  /** What is shown: while it is being saved, the new value. */
  value: V;
  state: FactState<V>;
  edit: FactEdit<V>;
  /** The value in a few words, for a sentence. */
  words: (value: V) => string;
  /** Saves the draft and offers undo. */
  save: () => void;
  choose: (value: V) => void;
  keepMine: () => void;
}

/** What makes a fact of one value. */
export interface FactOf<T, V> {
  label: string;
  valueOf(record: T): V;
  /** The request that sets it. */
  bodyOf(value: V): unknown;
  words: (value: V) => string;
}

/** Edits one value in place: saves under the ETag, keeps what was typed in a conflict, and offers undo. */
export function useFact<T, V>(access: RecordAccess<T>, record: T, of: FactOf<T, V>): Fact<V> {
  const latest = useRef({ access, of });
  latest.current = { access, of };
  const edit = useMemo(
    () =>
      createFactEdit<T, V>({
        current: () => latest.current.access.current(),
        reload: () => latest.current.access.reload(),
        save: (value, etag) => latest.current.access.patch(latest.current.of.bodyOf(value), etag),
        valueOf: (each) => latest.current.of.valueOf(each),
      }),
    [],
  );

  const tell = async (work: Promise<{ before: V; after: V } | undefined>, undoing: boolean) => {
    const done = await work;
    const texts = textsOf(recordTexts);
    const { label, words } = latest.current.of;
    if (done) {
      const undo = undoing ? undefined : () => void tell(edit.choose(done.before), true);
      toaster.show({ message: texts.changed(label, words(done.after)), undo });
      return;
    }
    const now = edit.state.peek();
    // a choice has no form of its own to say it in
    if (now.status === 'editing' && now.problem && undoing)
      toaster.show({ message: problemWords(now.problem) });
  };

  const state = edit.state.value;
  return {
    label: of.label,
    value: state.status === 'saving' ? state.draft : of.valueOf(record),
    state,
    edit,
    words: of.words,
    save: () => void tell(edit.save(), false),
    choose: (value) => void tell(edit.choose(value), false),
    keepMine: () => void tell(edit.keepMine(), false),
  };
}
