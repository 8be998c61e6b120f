import { Field, Input } from '@banso/ui';
import { useEffect, useRef, useState } from 'preact/hooks';

/** So that the list is not asked anew at every letter, in milliseconds. */
const REST_MS = 200;

/** A search whose text goes into the address once the typing rests; never in the middle of a composition. */
export function SearchBox(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const { label, value, onSearch } = props;
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const told = useRef(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  // The address changed by itself: "Show all", or back.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (composing || text.trim() === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text.trim();
      latest.current(told.current);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, composing]);

  return (
    <div
      class="search-box"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    >
      <Field label={label} hideLabel>
        <Input
          type="search"
          value={text}
          onValue={setText}
          placeholder={label}
          enterKeyHint="search"
          spellcheck={false}
        />
      </Field>
    </div>
  );
}
