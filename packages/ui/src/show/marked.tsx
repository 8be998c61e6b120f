import type { JSX } from 'preact';

/** Props of {@link Marked}. */
export interface MarkedProps {
  text: string;
  /** What was searched for; empty marks nothing. */
  query: string;
}

/** A text with the first place that matches a search in the accent colour. */
export function Marked({ text, query }: MarkedProps): JSX.Element {
  const wanted = query.trim().toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return <>{text}</>;
  const end = at + wanted.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
